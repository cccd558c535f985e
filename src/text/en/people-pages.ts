/** Words of the page on which admins see one person. */

export const peoplePages = {
  back: 'All people',
  leftBehind: {
    title: (tickets: number) => (tickets === 1 ? '1 open ticket without anybody at work' : `${tickets} open tickets without anybody at work`),
    what: 'They own these, but do not work on them: by queue, by role, or because the account is disabled. Give them to somebody else.',
    all: 'Show all that they own at the desk',
  },
  queues: {
    title: 'Queues',
    lead: 'An agent of some queues sees and finds their tickets alone, gets letters about no others, and decides about their mails at the door. On other tickets they are like anybody outside.',
    all: 'Every queue, also those to come',
    some: 'Only these:',
    retired: (name: string) => `${name} (retired)`,
    save: 'Save',
    saved: 'Saved.',
    none: 'Please choose at least one queue, or every queue.',
    admins: 'Admins work in every queue.',
    customers: 'Queues matter to agents only.',
  },
};
