// A phrase of the vocabularies with its values, as a language says it. Called by describeNeeds and by the server's services.
import type { Requirement } from "../../server/domain/content.ts";
import { isDay } from "../../server/domain/time.ts";
import { formatsOf, languageName, provinceName } from "./formats.ts";
import type { Words } from "./words.ts";

type Phrase = NonNullable<Requirement["phrase"]>;

/** Null where the language does not know the phrase. */
export function sayPhrase({ id, values }: Phrase, words: Words): string | null {
  const key = `vocabulary:phrase.${id}`;
  const told = Object.entries(values).map(([name, value]) => [name, valueSaid(name, value, words)]);
  const said = words.t(key, Object.fromEntries(told));
  return said === key || said === `phrase.${id}` ? null : said;
}

function valueSaid(name: string, value: string | number, words: Words): string | number {
  const formats = formatsOf(words.locale);
  if (typeof value === "number") return name === "count" ? value : formats.number(value);
  if (isDay(value)) return formats.day(value, { year: true });
  if (name === "education" && words.has(`vocabulary:education.${value}`))
    return words.t(`vocabulary:education.${value}`);
  if (name === "language") return languageName(value, words);
  if (name === "place" && /^[A-Z]{2}$/.test(value)) return provinceName(value, words);
  return value;
}
