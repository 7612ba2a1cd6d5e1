// A finished page in three encodings with its validators and its header fields: made once, answered many times. Called by the page cache.
// [PB1] Each encoding has a strong validator of its own. [PB2] What is sent is the page's own fields, whatever stood in the response before.
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { STATUS_CODES } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Encoding } from "./acceptedEncoding.ts";
import { acceptedEncoding } from "./acceptedEncoding.ts";
import { KEPT_SHORTLY } from "./keptShortly.ts";

/** The header fields that many pages share, once for all of them. */
interface SharedFields {
  /** Names and values in turn, as node:http takes them quickest. */
  readonly fields: readonly string[];
  /** The same as it goes over the wire, status line included. */
  readonly head: string;
}

interface Answer {
  readonly etag: string;
  readonly fields: readonly string[];
  readonly head: string;
  readonly length: number;
  /**
   * Bytes as latin1: a string goes out in one write together with the head, a buffer in two, at twice the cost. Made of the buffer when first
   * asked for: an import's thousands of pages stay out of the engine's heap, where its collector would carry them about.
   */
  readonly body: string;
}

export interface PageBytes extends Readonly<Record<Encoding, Answer>> {
  readonly status: number;
  readonly shared: SharedFields;
  readonly notModified: SharedFields;
  /** Bytes of memory, nearly. */
  readonly weight: number;
}

/** What every public page answers with: no cookie, no script but one of ours, nothing from elsewhere. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": `${KEPT_SHORTLY}, stale-if-error=300`,
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
};

export function pageBytes(html: string, status: number, extra: Readonly<Record<string, string>> = {}): PageBytes {
  // Quality 5: 0.1 ms a page for all but the last few bytes of what 11 gains in 13 ms.
  return bytesOf(Buffer.from(html), status, { ...PAGE_HEADERS, Vary: "Accept-Encoding", ...extra }, 5);
}

/** The same page with one field more. */
export function withField(page: PageBytes, name: string, value: string): PageBytes {
  const named = { ...Object.fromEntries(inPairs(page.shared.fields)), [name]: value };
  return { ...page, shared: sharedFields(page.status, named) };
}

function* inPairs(fields: readonly string[]): Generator<[string, string]> {
  for (let at = 0; at + 1 < fields.length; at += 2) yield [fields[at] as string, fields[at + 1] as string];
}

/** A style sheet, script or font whose address is named by its content. */
export function assetBytes(plain: Buffer, type: string): PageBytes {
  const fields = {
    "Content-Type": type,
    "Cache-Control": "public, max-age=31536000, immutable",
    Vary: "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
  return bytesOf(plain, 200, fields, type.startsWith("text/") ? 11 : null);
}

/** `quality` of brotli; null for what is compressed already. */
function bytesOf(
  plain: Buffer,
  status: number,
  named: Readonly<Record<string, string>>,
  quality: number | null,
): PageBytes {
  const digest = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
  const answer = (bytes: Buffer, suffix: string, ...more: string[]): Answer => {
    const etag = `"${digest}${suffix}"`;
    const fields = ["ETag", etag, "Content-Length", String(bytes.length), ...more];
    let held: Buffer | string = bytes;
    return {
      etag,
      fields,
      head: onTheWire(fields),
      length: bytes.length,
      get body() {
        if (typeof held !== "string") held = held.toString("latin1");
        return held;
      },
    };
  };
  const asItIs = answer(plain, "");
  const made = [asItIs];
  const compressed = (bytes: Buffer, suffix: string, coding: string): Answer => {
    // What a compressor hands back lies in a larger piece of memory, kept whole for its sake.
    const own = Buffer.allocUnsafeSlow(bytes.length);
    bytes.copy(own);
    const one = answer(own, suffix, "Content-Encoding", coding);
    made.push(one);
    return one;
  };
  // Told the size, both compressors take no more memory than a page needs: a third less time for the same bytes.
  const brotli = (level: number) =>
    brotliCompressSync(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: level, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
    });
  return {
    status,
    shared: sharedFields(status, named),
    // Whoever asks again has the other fields already.
    notModified: sharedFields(304, pick(named, ["Cache-Control", "Vary"])),
    plain: asItIs,
    gzip:
      quality === null ? asItIs : compressed(gzipSync(plain, { level: 9, windowBits: 14, memLevel: 7 }), "-gz", "gzip"),
    brotli: quality === null ? asItIs : compressed(brotli(quality), "-br", "br"),
    weight: made.reduce((sum, { head, length }) => sum + head.length + length, 500),
  };
}

const pick = (named: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(named).filter(([name]) => names.includes(name)));

export function sendPage(page: PageBytes, { headers, method }: IncomingMessage, response: ServerResponse): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const answer = page[acceptedEncoding(headers["accept-encoding"])];
  if (isUnchanged(page, answer, headers["if-none-match"])) {
    response.writeHead(304, [...page.notModified.fields, "ETag", answer.etag]).end();
    return;
  }
  response.writeHead(page.status, [...page.shared.fields, ...answer.fields]);
  if (method === "HEAD") response.end();
  else response.end(answer.body, "latin1");
}

/** An answer as it goes over the wire, but for the fields that end its head (`stamp` of the peek front). */
export interface OnTheWire {
  readonly head: string;
  readonly body: string;
}

/** The same answer to a GET that `sendPage` sends, as latin1. Holds nothing of the request: it may wait. */
export function pageOnTheWire(
  page: PageBytes,
  accepts: string | undefined,
  ifNoneMatch: string | undefined,
): OnTheWire {
  const answer = page[acceptedEncoding(accepts)];
  return isUnchanged(page, answer, ifNoneMatch)
    ? { head: `${page.notModified.head}ETag: ${answer.etag}\r\n`, body: "" }
    : { head: page.shared.head + answer.head, body: answer.body };
}

function isUnchanged({ status }: PageBytes, { etag }: Answer, known: string | undefined): boolean {
  if (known === undefined || status !== 200) return false;
  return (
    known === etag ||
    ((known.includes(",") || known.startsWith("W/")) &&
      known.split(",").some((one) => one.trim().replace(/^W\//, "") === etag))
  );
}

const onTheWire = (fields: readonly string[]): string =>
  fields.reduce((text, part, at) => text + part + (at % 2 === 0 ? ": " : "\r\n"), "");

const shared = new Map<string, SharedFields>();

/** Few sets of fields for many pages: a closed one, one that opens at an hour, one whose language the browser chose. */
function sharedFields(status: number, named: Readonly<Record<string, string>>): SharedFields {
  const fields = Object.entries(named).flat();
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${onTheWire(fields)}`;
  const known = shared.get(head);
  if (known !== undefined) return known;
  const made = { fields, head };
  // Refusals carry fields of their own; those are not worth keeping.
  if (shared.size < 100) shared.set(head, made);
  return made;
}
