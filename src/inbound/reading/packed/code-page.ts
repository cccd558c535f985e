/** The charset label of a Windows code page; of 0, which means none, the usual one. */
export function codePageLabel(page: number): string {
  if (page === 65001) return 'utf-8';
  if (page === 20127 || page === 0) return 'windows-1252';
  return page >= 1250 && page <= 1258 ? `windows-${page}` : `cp${page}`;
}
