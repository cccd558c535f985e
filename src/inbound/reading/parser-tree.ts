/** The parser's own tree of a mail's parts. The only file that knows postal-mime. */

import PostalMime from 'postal-mime';
import { DEEPEST_NESTING, MOST_HEADER_BYTES } from './limits.ts';

/** A node, as far as we read it. `boundary` is null for what is no multipart. */
export type Node = { type: string; charset: string | null; boundary: string | null; nodes: Node[] };

/**
 * The tree; null for a mail that the parser refuses.
 *
 * The parser hands out texts joined and decoded in the charset they claim; the order of the parts is only in its tree, which its
 * types do not show. So every field is checked; throws TypeError if the tree is not the one we know, which a test holds against
 * each new version.
 */
export async function parserTree(raw: Uint8Array<ArrayBuffer>): Promise<Node | null> {
  const parser = new Skeleton({ forceRfc822Attachments: true, maxNestingDepth: DEEPEST_NESTING, maxHeadersSize: MOST_HEADER_BYTES });
  try {
    await parser.parse(raw.length === raw.buffer.byteLength ? raw.buffer : raw);
  } catch (fault) {
    console.warn('postal-mime refuses a mail', { fault });
    return null;
  }
  return toNode(Reflect.get(parser, 'root'));
}

const HYPHEN = 0x2d;
const LETTERS_C: ReadonlySet<number | undefined> = new Set([0x43, 0x63]);
const BLANKS: ReadonlySet<number | undefined> = new Set([0x20, 0x09]);
const processLine: unknown = Reflect.get(PostalMime.prototype, 'processLine');

/**
 * The parser less the bodies, and less the message it makes of them: it would hold each body three times over, as lines, as chunks and as a
 * whole, and a mail of 25 MiB has to be read in 128 MB. Of a body it only gets the lines that may be a boundary, of a header those of
 * `Content-…` fields; `locate` and `headerFields` find the rest in the mail itself.
 */
class Skeleton extends PostalMime {
  #fieldWanted = false;

  processLine(line: Uint8Array, isFinal: boolean): unknown {
    const node: unknown = Reflect.get(this, 'currentNode');
    if (!isRecord(node) || typeof processLine !== 'function') throw new TypeError('postal-mime has another tree than we know');
    // Without a decoder it makes no content of a body, which costs more than all the rest.
    if (node['state'] === 'body') Reflect.set(node, 'contentDecoder', null);
    const wanted = isFinal || (line[0] === HYPHEN && line[1] === HYPHEN) || (node['state'] === 'header' && this.#inHeader(line));
    return wanted ? Reflect.apply(processLine, this, [line, isFinal]) : undefined;
  }

  #inHeader(line: Uint8Array): boolean {
    if (line.length === 0) return true;
    if (!BLANKS.has(line[0])) this.#fieldWanted = LETTERS_C.has(line[0]);
    return this.#fieldWanted;
  }

  // Nothing is made of the tree but the tree.
  collectNode(): void {}
  renderTextContent(): void {}
  buildMessage(): void {}
  encodeAttachments(): void {}
}

type ParserNode = { contentType: { parsed: Structured; multipart: unknown }; childNodes: unknown[] };
type Structured = { value: string; params: Record<string, unknown> };

function toNode(node: unknown): Node {
  if (!isParserNode(node)) throw new TypeError('postal-mime has another tree than we know');
  const { parsed, multipart } = node.contentType;
  const { boundary, charset } = parsed.params;
  return {
    type: parsed.value,
    charset: typeof charset === 'string' && charset !== '' ? charset : null,
    boundary: multipart !== false && typeof boundary === 'string' && boundary !== '' ? boundary : null,
    nodes: node.childNodes.map(toNode),
  };
}

function isParserNode(node: unknown): node is ParserNode {
  return isRecord(node) && Array.isArray(node['childNodes']) && isType(node['contentType']);
}

function isType(value: unknown): boolean {
  if (!isRecord(value) || !('multipart' in value)) return false;
  const parsed = value['parsed'];
  return isRecord(parsed) && typeof parsed['value'] === 'string' && isRecord(parsed['params']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
