// What is kept of finished pages, how long, and how much of it; and which encoding a reader's program is given.
import { describe, expect, it } from "vitest";
import { acceptedEncoding } from "../../server/http/acceptedEncoding.ts";
import { pageBytes } from "../../server/http/pageBytes.ts";
import { createPageCache } from "../../server/http/pageCache.ts";
import type { Change } from "../../server/services/mirror.ts";

const NOW = 1000;
const LATER = 2000;
const page = (text: string) => pageBytes(`<p>${text}</p>`, 200);
const change = (postings: string[], boards = false): Change => ({ from: 1, to: 2, postings, offices: [], boards });

describe("kept pages", () => {
  it("a change forgets the posting's pages and every list, and what led there by its address [G1][G4]", () => {
    const cache = createPageCache();
    cache.keep("o|A|it", page("a"), "A", LATER);
    cache.keep("o|B|it", page("b"), "B", LATER);
    cache.keep("b|it", page("list"), null, LATER);
    cache.remember("/o/A/it", "o|A|it");
    expect(cache.findAt("/o/A/it", NOW)).toBe(cache.find("o|A|it", NOW));
    cache.forget(change(["A"]));
    expect(cache.find("o|A|it", NOW)).toBeUndefined();
    expect(cache.findAt("/o/A/it", NOW)).toBeUndefined();
    expect(cache.find("b|it", NOW)).toBeUndefined();
    expect(cache.find("o|B|it", NOW)).toBeDefined();
    cache.forget(change([], true));
    expect(cache.size).toBe(0);
  });

  it("words that change by time are kept until they do [G2]", () => {
    const cache = createPageCache();
    cache.keep("o|A|it", page("a"), "A", LATER);
    expect(cache.find("o|A|it", LATER - 1)).toBeDefined();
    expect(cache.find("o|A|it", LATER)).toBeUndefined();
  });

  it("never weigh more than their room, however many and however often made anew; the oldest goes first [G3]", () => {
    const one = page("x".repeat(500)).weight;
    const cache = createPageCache(one * 10.5);
    for (let round = 0; round < 3; round += 1)
      for (let n = 0; n < 40; n += 1) {
        cache.keep(`o|${n}|it`, page("x".repeat(500)), String(n), LATER);
        cache.keep(`o|${n}|it`, page("x".repeat(500)), String(n), LATER);
      }
    expect(cache.size).toBe(10);
    expect(cache.find("o|39|it", NOW)).toBeDefined();
    expect(cache.find("o|29|it", NOW)).toBeUndefined();
  });
});

describe("encodings", () => {
  it.each([
    ["gzip, deflate, br, zstd", "brotli"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.0, gzip;q=0.000", "plain"],
    ["BR", "brotli"],
    ["*", "brotli"],
    ["*;q=0", "plain"],
    ["vibrate, brx", "plain"],
    ["identity", "plain"],
    ["", "plain"],
  ])("%j is answered in %s", (header, encoding) => expect(acceptedEncoding(header)).toBe(encoding));

  it("each encoding has a validator of its own [PB1]", () => {
    const { plain, gzip, brotli } = page("a");
    expect(new Set([plain.etag, gzip.etag, brotli.etag]).size).toBe(3);
    for (const { etag } of [plain, gzip, brotli]) expect(etag).not.toMatch(/^W\//);
  });
});
