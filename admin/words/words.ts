// The desk's language: loads the catalogues of one language when it is chosen and gives every component its words.
// Called by all of admin/; the languages are the folders of locales/, never a list in code.
/// <reference types="vite/client" />
import { signal } from "@preact/signals";
import type { Locale, LocaleFacts } from "../../server/domain/locale.ts";
import { CORE_LOCALES, SOURCE_LOCALE } from "../../server/domain/locale.ts";
import type { Catalogue, Words, WordValues } from "../../templates/parts/words.ts";
import { createWords } from "../../templates/parts/words.ts";

const FACTS = import.meta.glob<LocaleFacts>("../../locales/*/locale.json", { eager: true, import: "default" });
const SURFACES = import.meta.glob<object>(
  [
    "../../locales/*/admin.json",
    "../../locales/*/audit.json",
    "../../locales/*/checks.json",
    "../../locales/*/desk.json",
    "../../locales/*/displays.json",
    "../../locales/*/numbers.json",
    "../../locales/*/offices.json",
    "../../locales/*/people.json",
    "../../locales/*/sheets.json",
    "../../locales/*/tour.json",
    "../../locales/*/translations.json",
    "../../locales/*/vocabulary.json",
    "../../locales/*/wall.json",
  ],
  { import: "default" },
);
const CHOICE = "desk.locale";

/** Languages of the interface: the core ones in the house's order, then what data adds. */
export const interfaceLocales: readonly LocaleFacts[] = Object.values(FACTS).sort(
  (a, b) => placeOf(a.id) - placeOf(b.id) || (a.id < b.id ? -1 : 1),
);

const spoken = signal<Words | null>(null);

let begin: () => void;
/** Settles with the first language; before it nothing can be said, but much can be asked for. */
export const wordsAreThere = new Promise<void>((done) => {
  begin = done;
});

/** The language chosen on this computer before, else Italian. */
export function firstLocale(): Locale {
  const chosen = localStorage.getItem(CHOICE);
  return interfaceLocales.some((facts) => facts.id === chosen) && chosen !== null ? chosen : SOURCE_LOCALE;
}

/** A person's choice, kept on this computer. */
export function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(CHOICE, locale);
  return speak(locale);
}

export async function speak(locale: Locale): Promise<void> {
  const wanted = [...new Set([SOURCE_LOCALE, locale])];
  const catalogues = await Promise.all(wanted.map(async (id) => [id, await catalogueOf(id)] as const));
  const words = createWords(Object.fromEntries(catalogues))(locale);
  document.documentElement.lang = words.locale.id;
  document.documentElement.dir = words.locale.dir;
  spoken.value = words;
  begin();
}

/** What the server is asked to answer in, from the very first call on. */
export function askedLocale(): Locale {
  return spoken.value?.locale.id ?? firstLocale();
}

/** Facts of the language spoken now; reading it in a component renews that component when the language changes. */
export function spokenLocale(): LocaleFacts {
  return now().locale;
}

/** A sentence of the desk, by its key in admin.json. */
export function word(key: string, values?: WordValues): string {
  return now().t(`admin:${key}`, values);
}

/** A sentence about screens and urgent notices, by its key in displays.json. */
export function displayWord(key: string, values?: WordValues): string {
  return now().t(`displays:${key}`, values);
}

/** A sentence about what was found before publishing, by its key in checks.json. */
export function checkWord(key: string, values?: WordValues): string {
  return now().t(`checks:${key}`, values);
}

/** A sentence of the morning, the notes and the calendar, by its key in desk.json. */
export function deskWord(key: string, values?: WordValues): string {
  return now().t(`desk:${key}`, values);
}

/** A sentence about numbers, by its key in numbers.json. */
export function numbersWord(key: string, values?: WordValues): string {
  return now().t(`numbers:${key}`, values);
}

/** A sentence about offices, by its key in offices.json. */
export function officeWord(key: string, values?: WordValues): string {
  return now().t(`offices:${key}`, values);
}

/** A sentence about the log, by its key in audit.json. */
export function auditWord(key: string, values?: WordValues): string {
  return now().t(`audit:${key}`, values);
}

/** A sentence about sheets going in and out, by its key in sheets.json. */
export function importWord(key: string, values?: WordValues): string {
  return now().t(`sheets:${key}`, values);
}

/** A sentence about people, rights and access, by its key in people.json. */
export function peopleWord(key: string, values?: WordValues): string {
  return now().t(`people:${key}`, values);
}

/** A sentence of the tour, by its key in tour.json. */
export function tourWord(key: string, values?: WordValues): string {
  return now().t(`tour:${key}`, values);
}

/** A sentence about walls and sheets, by its key in wall.json. */
export function wallWord(key: string, values?: WordValues): string {
  return now().t(`wall:${key}`, values);
}

/** A sentence by its whole key, "surface:path"; without a surface one of admin.json. */
export function sentence(key: string): string {
  return key.includes(":") ? now().t(key) : word(key);
}

/** A sentence of the translators' desk, by its key in translations.json. */
export function translationWord(key: string, values?: WordValues): string {
  return now().t(`translations:${key}`, values);
}

/** The label of a vocabulary's code: label("contract", "seasonal"). */
export function label(list: string, code: string): string {
  return now().t(`vocabulary:${list}.${code}`);
}

function placeOf(locale: Locale): number {
  const place = CORE_LOCALES.indexOf(locale);
  return place < 0 ? CORE_LOCALES.length : place;
}

function now(): Words {
  if (spoken.value === null) throw new Error("no language has been loaded yet");
  return spoken.value;
}

async function catalogueOf(locale: Locale): Promise<Catalogue> {
  const folder = `../../locales/${locale}/`;
  const names = [
    "admin",
    "audit",
    "checks",
    "desk",
    "displays",
    "numbers",
    "offices",
    "people",
    "sheets",
    "tour",
    "translations",
    "vocabulary",
    "wall",
  ];
  // All at once: one after the other would keep the first page waiting for each.
  const found = await Promise.all(
    names.map(async (name) => [name, await SURFACES[`${folder}${name}.json`]?.()] as const),
  );
  const surfaces = Object.fromEntries(found.filter((one): one is [string, object] => one[1] !== undefined));
  return { facts: FACTS[`${folder}locale.json`] as LocaleFacts, surfaces };
}
