/** A path of our own, safe to be sent to; anything else becomes the start page (SW21). */
export function ownPath(asked: string): string {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(asked) && !asked.includes('\\') ? asked : '/';
}
