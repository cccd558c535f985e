/** `work`, never twice at the same time: whoever asks while it is under way gets a run of their own after it. */
export function oneAfterAnother(work: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return () => (last = last.then(work, work));
}
