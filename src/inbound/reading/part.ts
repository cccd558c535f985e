/** The parts of a mail as a tree of plain data, taken from the parser's own. */

/** One part (RFC 2046). `bytes` are decoded from their transfer encoding, not from their charset. */
export type Part = {
  /** Lower-case media type; `text/plain` where the mail says none or nonsense. */
  type: string;
  /** Of the Content-Type; names in lower case, RFC 2231 already decoded. */
  params: ReadonlyMap<string, string>;
  /** `attachment`, `inline`, or whatever it says; empty without one. */
  disposition: string;
  /** What the part calls its file, as sent; null if it has no name. */
  fileName: string | null;
  /** Without angle brackets. */
  contentId: string | null;
  encoding: string;
  /** Of a multipart: what stands before its first part. */
  bytes: Uint8Array;
  parts: Part[];
  /** The mail says what type the part is. */
  typed: boolean;
};

/** A node of the parser's tree, as far as we read it. */
type Node = {
  headers: { key: string; value: string }[];
  contentType: { parsed: Structured };
  contentDisposition: { parsed: Structured };
  contentTransferEncoding: { encoding: string };
  content: ArrayBuffer | null;
  childNodes: unknown[];
};
type Structured = { value: string; params: Record<string, string> };

/**
 * The part at `node` and all below it. The parser hands out texts joined and decoded in the charset they claim; the bytes, which
 * a wrong charset needs, are only in its tree, which its types do not show. So every field is checked; throws TypeError if the
 * tree is not the one we know, which a test holds against each new version.
 */
export function toPart(node: unknown): Part {
  if (!isNode(node)) throw new TypeError('postal-mime has another tree than we know');
  const { value, params } = node.contentType.parsed;
  const type = value.toLowerCase().trim();
  const names = node.contentDisposition.parsed.params;
  return {
    type: /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'text/plain',
    params: new Map(Object.entries(params)),
    disposition: node.contentDisposition.parsed.value.toLowerCase(),
    fileName: names['filename'] ?? params['name'] ?? null,
    contentId: header(node, 'content-id')?.trim().replace(/^<|>$/g, '') || null,
    encoding: node.contentTransferEncoding.encoding,
    bytes: new Uint8Array(node.content ?? new ArrayBuffer(0)),
    parts: node.childNodes.map(toPart),
    typed: header(node, 'content-type') !== undefined,
  };
}

/** How many parts there are, the root included. */
export function countParts(part: Part): number {
  return part.parts.reduce((sum, child) => sum + countParts(child), 1);
}

function header(node: Node, key: string): string | undefined {
  return node.headers.find((one) => one.key === key)?.value;
}

function isNode(node: unknown): node is Node {
  return (
    isRecord(node) &&
    Array.isArray(node['headers']) &&
    Array.isArray(node['childNodes']) &&
    isParsed(node['contentType']) &&
    isParsed(node['contentDisposition']) &&
    isRecord(node['contentTransferEncoding']) &&
    typeof node['contentTransferEncoding']['encoding'] === 'string' &&
    (node['content'] === null || node['content'] instanceof ArrayBuffer)
  );
}

function isParsed(value: unknown): boolean {
  return isRecord(value) && isRecord(value['parsed']) && typeof value['parsed']['value'] === 'string' && isRecord(value['parsed']['params']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
