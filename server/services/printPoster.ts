// A posting's poster as PDF: from memory where it was printed before, else from the printer. Called by http/posters, the command line and the warmer.
// [N1] Same revision, languages, paper and address: the same bytes and one print. [N2] Printing never delays a publication.
import { createHash } from "node:crypto";
import type { WordsOf } from "../../templates/parts/words.ts";
import type { Config } from "../config.ts";
import type { Code } from "../domain/code.ts";
import type { Locale } from "../domain/locale.ts";
import { stateAt } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Printer } from "../printer/printer.ts";
import type { Clock } from "./clock.ts";
import type { Mirror } from "./mirror.ts";

export interface Poster {
  readonly pdf: Uint8Array;
  readonly etag: string;
}

/** What the template needs; made by http and handed to templates/poster. */
export type RenderPoster = (
  posting: PublicPosting,
  locales: readonly Locale[],
) => { body: string; css: string; title: string };

export interface Posters {
  /** Refuses unknownCode, gone, publicUrlMissing; throws the printer's own failures. */
  print(code: Code, locales: readonly Locale[]): Promise<Poster>;
  /** Begins printing in the background what was just published. */
  warm(code: Code, locales: readonly Locale[]): void;
  forgetAll(): void;
}

interface Needs {
  readonly mirror: Mirror;
  readonly clock: Clock;
  readonly printer: Printer;
  readonly config: Pick<Config, "publicUrlIsReal" | "publicUrl">;
  readonly words: WordsOf;
  demonstration(): boolean;
  readonly render: RenderPoster;
}

const KEPT_BYTES = 64 * 1024 * 1024;

export function createPosters(needs: Needs): Posters {
  const kept = new Map<string, Poster>();
  let bytes = 0;

  async function print(code: Code, locales: readonly Locale[]): Promise<Poster> {
    const posting = postable(needs, code);
    const key = [code, posting.revision, locales.join(",")].join("|");
    const before = kept.get(key);
    if (before !== undefined) return before;
    const { body, css, title } = needs.render(posting, locales);
    const pdf = await needs.printer.print({
      html: body,
      css,
      title,
      lang: needs.words(locales[0] ?? "it").locale.intl,
      format: "a4",
      kind: "single",
      revisedAt: new Date(posting.publishedAt).toISOString(),
    });
    const poster = { pdf, etag: `"${createHash("sha256").update(pdf).digest("base64url").slice(0, 22)}"` };
    kept.set(key, poster);
    bytes += pdf.length;
    for (const [oldest, { pdf: old }] of kept) {
      if (bytes <= KEPT_BYTES) break;
      kept.delete(oldest);
      bytes -= old.length;
    }
    return poster;
  }

  return {
    print,
    warm(code, locales) {
      print(code, locales).catch(() => undefined);
    },
    forgetAll() {
      kept.clear();
      bytes = 0;
    },
  };
}

/** The posting to print, as the public sees it now. */
export function postable(
  { mirror, clock, config, demonstration }: Pick<Needs, "mirror" | "clock" | "config" | "demonstration">,
  code: Code,
): PublicPosting {
  const entry = mirror.entry(code);
  const posting = entry?.shown ?? null;
  if (entry === undefined || posting === null) throw new Refusal("unknownCode", { code });
  if (stateAt(entry.posting, clock.now()) === "closed") throw new Refusal("gone", { code });
  // A printed code hangs for months: it must not lead to nowhere. The demonstration prints with a visible mark instead.
  if (!config.publicUrlIsReal && !demonstration()) throw new Refusal("publicUrlMissing");
  return posting;
}
