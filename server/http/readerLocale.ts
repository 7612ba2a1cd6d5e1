// The reader's language: what the address says, else what the browser prefers, else Italian. Called by pages, refusals and posters.
import type { Locale } from "../domain/locale.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";

/** First language of an Accept-Language header that the house speaks. */
export function preferredLocale(header: string | undefined, locales: readonly Locale[]): Locale {
  const wished = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const quality = Number(
        rest
          .find((parameter) => parameter.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? "1",
      );
      return { tag, quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wished) {
    const found = locales.find((locale) => tag === locale || tag.startsWith(`${locale}-`));
    if (found !== undefined) return found;
  }
  return SOURCE_LOCALE;
}
