// Reads bytes that are exactly one plain GET, and nothing else: what a browser sends when it opens a page. Called by the peek front.
// [PG1] Null for whatever could be understood in two ways or means more than "send me this": a body, an upgrade, two requests, half a request,
// a header twice, a folded or strange line, an absolute address. The ordinary parser is asked instead; nothing is refused here.

export interface PlainGet {
  readonly url: string;
  readonly accepts: string | undefined;
  readonly language: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** The reader's program hangs up after the answer. */
  readonly last: boolean;
}

const LONGEST = 4096;
/** One request line, header lines with a name and visible characters, the blank line, the end. */
const WHOLE = /^GET (\/[\w\-/?=&%.~+,:@]*) HTTP\/1\.1\r\n(?:[\w!#$%&'*+\-.^`|~]+:[\t -~]*\r\n)+\r\n$/;
/** Header fields that decide about the answer, or about where a request ends. */
const TELLING =
  /\r\n(host|accept-encoding|accept-language|if-none-match|connection|proxy-connection|keep-alive|content-length|transfer-encoding|upgrade|expect|trailer|te):([^\r]*)/gi;

export function plainGet(bytes: Buffer): PlainGet | null {
  // "GET " and a body-less end, before anything dearer.
  if (bytes.length > LONGEST || bytes[0] !== 0x47 || bytes[bytes.length - 1] !== 0x0a) return null;
  const text = bytes.toString("latin1");
  const url = WHOLE.exec(text)?.[1];
  if (url === undefined) return null;
  let host: string | undefined;
  let accepts: string | undefined;
  let language: string | undefined;
  let ifNoneMatch: string | undefined;
  let connection: string | undefined;
  TELLING.lastIndex = 0;
  for (let met = TELLING.exec(text); met !== null; met = TELLING.exec(text)) {
    const value = (met[2] as string).trim();
    switch ((met[1] as string).toLowerCase()) {
      case "host":
        if (host !== undefined || value === "") return null;
        host = value;
        break;
      case "accept-encoding":
        if (accepts !== undefined) return null;
        accepts = value;
        break;
      case "accept-language":
        if (language !== undefined) return null;
        language = value;
        break;
      case "if-none-match":
        if (ifNoneMatch !== undefined) return null;
        ifNoneMatch = value;
        break;
      case "connection":
        if (connection !== undefined) return null;
        connection = value.toLowerCase();
        break;
      default:
        return null;
    }
  }
  if (host === undefined) return null;
  if (connection !== undefined && connection !== "keep-alive" && connection !== "close") return null;
  return { url, accepts, language, ifNoneMatch, last: connection === "close" };
}
