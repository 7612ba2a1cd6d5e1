// The words of the display, one language at a time: the first is on screen while the others still travel.
// A language is whatever folder locales/ has; called by main.tsx.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Locale, LocaleFacts } from "../server/domain/locale.ts";
import { SOURCE_LOCALE } from "../server/domain/locale.ts";
import { type Catalogue, type WordsOf, wordsFrom } from "../templates/parts/wordsFrom.ts";
import { createDictionary } from "./dictionary.ts";
import { reportFault } from "./reportFault.ts";

const FACTS = "locale";
const files = import.meta.glob<{ readonly default: object }>(
  "../locales/*/{locale,vocabulary,names,facts,card,kiosk,touch}.json",
);

export const KNOWN_LOCALES: readonly Locale[] = Object.keys(files).flatMap((path) => {
  const { locale, surface } = partsOf(path);
  return surface === FACTS ? [locale] : [];
});

export interface Languages {
  /** Null until the first words are there. */
  readonly wordsOf: ReadonlySignal<WordsOf | null>;
  /** Of the languages asked for, those whose words are there, in the order asked. */
  readonly ready: ReadonlySignal<readonly Locale[]>;
}

/** Words only a display that is touched needs. */
const TOUCH = "touch";

/** Starts loading: Italian, which every language falls back on, then the others in their order. A failed one is tried again. */
export function loadLanguages(wanted: readonly Locale[], touch = false, retryAfter = 15_000): Languages {
  const wordsOf = signal<WordsOf | null>(null);
  const ready = signal<readonly Locale[]>([]);
  const catalogues: Record<Locale, Catalogue> = {};
  const load = async (locale: Locale): Promise<void> => {
    for (;;) {
      try {
        catalogues[locale] = await loadCatalogue(locale, touch);
        break;
      } catch (fault) {
        reportFault("languages", fault);
        await new Promise((resolve) => setTimeout(resolve, retryAfter));
      }
    }
    wordsOf.value = wordsFrom({ ...catalogues }, createDictionary);
    ready.value = wanted.filter((one) => catalogues[one] !== undefined);
  };
  void load(SOURCE_LOCALE).then(async () => {
    for (const locale of wanted) if (locale !== SOURCE_LOCALE) await load(locale);
  });
  return { wordsOf, ready };
}

async function loadCatalogue(locale: Locale, touch: boolean): Promise<Catalogue> {
  const mine = Object.entries(files).filter(([path]) => {
    const parts = partsOf(path);
    return parts.locale === locale && (touch || parts.surface !== TOUCH);
  });
  const loaded = await Promise.all(
    mine.map(async ([path, load]) => [partsOf(path).surface, (await load()).default] as const),
  );
  const facts = loaded.find(([surface]) => surface === FACTS)?.[1] as LocaleFacts;
  return { facts, surfaces: Object.fromEntries(loaded.filter(([surface]) => surface !== FACTS)) };
}

function partsOf(path: string): { readonly locale: Locale; readonly surface: string } {
  const [file = "", folder = ""] = path.split("/").reverse();
  return { locale: folder, surface: file.replace(".json", "") };
}
