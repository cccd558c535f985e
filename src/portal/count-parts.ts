/** Counts the parts of a multipart body while it is read, so that one of a million parts is never taken apart (SW20). */

/** The boundary that the type of a multipart form names, or null. */
export function boundaryOf(type: string | undefined): string | null {
  const found = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type ?? '');
  return found?.[1] ?? found?.[2] ?? null;
}

/** Passes the body on, and breaks off with an error when the boundary came more than `most` times. It may be cut by the pieces in which the body comes. */
export function countParts(boundary: string, most: number): TransformStream<Uint8Array, Uint8Array> {
  const sought = new TextEncoder().encode(`--${boundary}`);
  let parts = 0;
  let before = new Uint8Array();
  return new TransformStream({
    transform(piece, controller) {
      const seen = joined(before, piece);
      parts += timesIn(seen, sought);
      if (parts > most + 1) return controller.error(new Error('The form has too many parts'));
      before = seen.slice(Math.max(0, seen.length - sought.length + 1));
      controller.enqueue(piece);
    },
  });
}

function joined(before: Uint8Array, piece: Uint8Array): Uint8Array {
  const whole = new Uint8Array(before.length + piece.length);
  whole.set(before);
  whole.set(piece, before.length);
  return whole;
}

function timesIn(bytes: Uint8Array, sought: Uint8Array): number {
  let times = 0;
  const [first = 0] = sought;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (sought.every((byte, index) => bytes[at + index] === byte)) times += 1;
  }
  return times;
}
