/** The charset that an HTML text names itself, or null. Only its beginning is looked at, as browsers do. */
export function charsetOfHtml(bytes: Uint8Array): string | null {
  const top = String.fromCharCode(...bytes.subarray(0, 1024));
  return /<meta\b[^>]{0,200}?\bcharset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(top)?.[1] ?? null;
}
