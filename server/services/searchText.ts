// What a search looks through: a posting's words in every language at once, folded, so that a query in one finds what is written in another.
// Called by the desk's list and the public board.
import type { Content } from "../domain/content.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";

const texts = new WeakMap<Content, string>();

/** Made once per version of a posting. */
export function searchText(code: string, content: Content, shown: PublicPosting | null): string {
  let text = texts.get(content);
  if (text === undefined) {
    const places = content.places.flatMap((place) => [
      place.municipality,
      place.province,
      place.region,
      place.area?.text,
    ]);
    const parts = [code, content.title.written.text, content.employer?.name, content.reference, ...places];
    const translated = Object.values(shown?.translations ?? {}).map(
      (segments) => segments[content.title.written.id]?.text,
    );
    const free = [...content.summary, ...content.duties, ...content.benefits].map((segment) => segment.text);
    text = foldWords(
      [...parts, ...Object.values(shown?.occupation ?? {}), ...translated, ...free].filter(Boolean).join(" "),
    );
    texts.set(content, text);
  }
  return text;
}

/** Lower case without accents; ß is ss. */
export function foldWords(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").replace(/[’']/g, " ").toLowerCase();
}

export function wordsOf(query: string): string[] {
  return foldWords(query)
    .split(/\s+/)
    .filter((word) => word !== "");
}
