/** One place up or down in a list. */

export type Way = 'up' | 'down';

/** The list with that one and its neighbour changed about; as it is where there is no neighbour, or no such one. */
export function moved<One>(list: readonly One[], one: One, way: Way): One[] {
  const at = list.indexOf(one);
  const to = way === 'up' ? at - 1 : at + 1;
  if (at < 0 || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(at, 1).toSpliced(to, 0, one);
}
