/** Domain labels in the form that DNS and mail servers compare. */

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 128;

const ASCII = /^[\x21-\x7e]*$/;

/**
 * The label as an A-label (`münchen` → `xn--mnchen-3ya`, RFC 5890 §2.3.2.1); an ASCII label comes back as it is, in lower case.
 *
 * Maps by NFKC and lower case, which is what UTS #46 does for every label that people really register. Null for a label with
 * characters that no domain may have.
 */
export function asciiLabel(label: string): string | null {
  if (ASCII.test(label)) return label.toLowerCase();
  const mapped = label.normalize('NFKC').toLowerCase();
  if (ASCII.test(mapped)) return mapped;
  if (!/^[\p{L}\p{M}\p{N}-]+$/u.test(mapped)) return null;
  return `xn--${punycode([...mapped].map((character) => character.codePointAt(0) ?? 0))}`;
}

/** RFC 3492 §6.3, for labels of a bounded length: the loops are quadratic in it. */
function punycode(points: number[]): string {
  const basic = points.filter((point) => point < FIRST_CODE);
  let output = basic.map((point) => String.fromCharCode(point)).join('') + (basic.length > 0 ? '-' : '');
  let done = basic.length;
  let code = FIRST_CODE;
  let delta = 0;
  let bias = FIRST_BIAS;

  while (done < points.length) {
    const next = Math.min(...points.filter((point) => point >= code));
    delta += (next - code) * (done + 1);
    code = next;
    for (const point of points) {
      if (point < code) delta++;
      if (point !== code) continue;
      output += variableLength(delta, bias);
      bias = adapted(delta, done + 1, done === basic.length);
      delta = 0;
      done++;
    }
    delta++;
    code++;
  }
  return output;
}

/** `delta` as a number whose digits' weights depend on `bias` (RFC 3492 §3.3). */
function variableLength(delta: number, bias: number): string {
  let rest = delta;
  let digits = '';
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
    if (rest < threshold) return digits + digit(rest);
    const value = threshold + ((rest - threshold) % (BASE - threshold));
    digits += digit(value);
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

/** `a` to `z` are 0 to 25, `0` to `9` are 26 to 35. */
function digit(value: number): string {
  return String.fromCharCode(value < 26 ? 97 + value : 22 + value);
}

/** RFC 3492 §6.1. */
function adapted(delta: number, count: number, first: boolean): number {
  let rest = first ? Math.floor(delta / DAMP) : Math.floor(delta / 2);
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
