/** The parts of a mail as a tree of plain data. */

import { headerFields, type HeaderBlock } from './header-fields.ts';
import { dashedLines, MOST_SHORT_LINES } from './limits.ts';
import { locate } from './locate.ts';
import { mendedPart } from './mend.ts';
import { roomForRtf, type Room } from './packed/compressed-rtf.ts';
import { outlookParts, signedMail } from './packed/unpack.ts';
import { parserTree, type Node } from './parser-tree.ts';
import { partHeader } from './part-header.ts';
import { decodedBody } from './transfer-encoding.ts';

/** One part (RFC 2046). `bytes` are decoded from their transfer encoding, not from their charset. */
export type Part = {
  /** Lower-case media type; `text/plain` where the mail says none or nonsense. */
  type: string;
  /** Of the Content-Type; names in lower case, values decoded. */
  params: ReadonlyMap<string, string>;
  /** `attachment`, `inline`, or whatever it says; empty without one. */
  disposition: string;
  /** What the part calls its file, decoded, as sent; null if it has no name. */
  fileName: string | null;
  /** Without angle brackets. */
  contentId: string | null;
  contentLocation: string | null;
  /** Of a multipart: what stands before its first part. */
  bytes: Uint8Array;
  parts: Part[];
  /** The mail says what type the part is. */
  typed: boolean;
  /** A text that is only read where there is no other. */
  spare: boolean;
};

/** Repairs in one mail, and how much all of them may copy. */
const MOST_REPAIRS = 8;
const MOST_REPAIRED_BYTES = 32 * 1024 * 1024;

type Repairs = { left: number; bytes: number; rtf: Room };

function allRepairs(): Repairs {
  return { left: MOST_REPAIRS, bytes: MOST_REPAIRED_BYTES, rtf: roomForRtf() };
}

/** The tree of a mail with this header; null if it is too fragmented, or if the parser refuses it. */
export async function partsOf(mail: Uint8Array<ArrayBuffer>, header: HeaderBlock, repairs: Repairs = allRepairs()): Promise<Part | null> {
  const type = header.fields.find((field) => field.name === 'content-type')?.value ?? '';
  const isMultipart = /^\s*"?multipart\//i.test(type);
  // In the body of a single part there is nothing to find.
  const dashed = isMultipart || mail.length > MOST_SHORT_LINES ? dashedLines(mail) : [];
  const root = dashed === null ? null : isMultipart ? await parserTree(mail) : singlePart(type);
  if (dashed === null || root === null) return null;
  const places = locate(mail, root, dashed);
  const hint = charsetOf(root);
  return read(root, header);

  async function read(node: Node, block: HeaderBlock): Promise<Part> {
    const part = places.get(node) ?? nothing;
    const said = partHeader(block, hint);
    // In a digest a part without a type is a mail (RFC 2046 §5.1.5).
    const known = said.typed || node.type !== 'message/rfc822' ? said : { ...said, type: node.type };
    const mended = repairs.left > 0 && part.length <= repairs.bytes ? mendedPart(part, { block, ...known, parts: node.nodes.length }) : null;
    if (mended !== null) {
      repairs.left--;
      repairs.bytes -= mended.length;
      const again = await partsOf(mended, headerFields(mended), repairs);
      if (again !== null) return again;
    }
    const parts: Part[] = [];
    for (const child of node.nodes) parts.push(await read(child, headerFields(places.get(child) ?? nothing)));
    const { encoding, ...kept } = known;
    return unpacked({ ...kept, bytes: decodedBody(part.subarray(block.end), encoding, kept.type), parts, spare: false }, repairs);
  }
}

const nothing = new Uint8Array();

/** The tree of a mail that has none. */
function singlePart(contentType: string): Node {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? null;
  return { type: 'text/plain', charset, boundary: null, nodes: [] };
}

/** With what is packed in it as parts: of a signed mail its text beside the file that it is, of an Outlook file only what is inside. */
async function unpacked(part: Part, repairs: Repairs): Promise<Part> {
  const outlook = outlookParts(part, repairs.rtf);
  if (outlook !== null) return { ...part, type: 'multipart/mixed', fileName: null, bytes: new Uint8Array(), parts: outlook };
  const signed = repairs.left > 0 && part.bytes.length <= repairs.bytes ? signedMail(part) : null;
  if (signed === null) return part;
  repairs.left--;
  repairs.bytes -= signed.length;
  const inside = await partsOf(signed, headerFields(signed), repairs);
  return inside === null ? part : { ...part, type: 'multipart/signed', fileName: null, parts: [inside, part] };
}

/** The charset of the first part that names one: raw 8-bit headers are usually in the same. */
function charsetOf(node: Node): string | null {
  if (node.charset !== null) return node.charset;
  for (const child of node.nodes) {
    const found = charsetOf(child);
    if (found !== null) return found;
  }
  return null;
}

/** The same of parts. */
export function charsetIn(part: Part): string | null {
  const own = part.params.get('charset');
  if (own !== undefined && own !== '') return own;
  for (const child of part.parts) {
    const found = charsetIn(child);
    if (found !== null) return found;
  }
  return null;
}

/** How many parts there are, the root included. */
export function countParts(part: Part): number {
  return part.parts.reduce((sum, child) => sum + countParts(child), 1);
}
