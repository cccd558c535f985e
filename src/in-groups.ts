/** Does this for all, a few at the same time, and returns the answers in order. The first fault ends it. */
export async function inGroups<One, Answer>(all: readonly One[], together: number, act: (one: One) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < all.length; from += together) {
    answers.push(...(await Promise.all(all.slice(from, from + together).map(act))));
  }
  return answers;
}
