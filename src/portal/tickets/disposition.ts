/** How a download is named. */

/**
 * A Content-Disposition value (RFC 6266). The plain `filename` holds only characters that need no quoting and mislead no old
 * browser; the real name follows in `filename*` (RFC 8187), UTF-8, percent-encoded.
 */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/[^\w .()+,=@~-]/g, '_').trim();
  return `${kind}; filename="${plain || 'file'}"; filename*=UTF-8''${encoded(name)}`;
}

/** RFC 8187 §3.2.1: everything but attr-char. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}
