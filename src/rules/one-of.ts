/** An expression that fits any of the alternatives (sources of expressions). The lines only keep long lists readable. */
export function oneOf(lines: string[], { before = '', after = '', flags = '' } = {}): RegExp {
  return new RegExp(`${before}(?:${lines.join('|')})${after}`, flags);
}
