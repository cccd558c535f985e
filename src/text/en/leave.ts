/** The page on which somebody in Cc leaves a ticket. */

export const leave = {
  title: 'Leave this ticket?',
  ask: (address: string, number: number) => `${address} will get no more mail about ticket #${number} and can no longer read it.`,
  button: 'Leave the ticket',
  left: 'You have left the ticket',
  isLeft: (address: string, number: number) => `${address} gets no more mail about ticket #${number}. If that was a mistake, ask our agents to add you again.`,
};
