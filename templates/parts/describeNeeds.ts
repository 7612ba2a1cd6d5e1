// What is asked of a person: education, experience, languages, licences and the rest, required or wished.
import type { Requirement } from "../../server/domain/content.ts";
import type { Fact } from "./fact.ts";
import { languageName } from "./formats.ts";
import type { Line } from "./line.ts";
import { sayPhrase } from "./sayPhrase.ts";
import type { Telling } from "./telling.ts";

type Group = "education" | "experience" | "requirements" | "wishes";

const EDUCATION = ["education", "degreeOrStudent", "degreeNursingEu", "lowEducation"];

export function describeRequirements(telling: Telling): Fact[] {
  const groups: Record<Group, Line[]> = { education: [], experience: [], requirements: [], wishes: [] };
  for (const requirement of telling.posting.content.requirements) {
    const group = groupOf(requirement);
    const line = requirementLine(requirement, telling);
    const wishedAmongRequired = requirement.need === "wished" && group !== "wishes";
    groups[group].push(wishedAmongRequired ? withNeed(line, "wished", telling) : line);
  }
  return (Object.keys(groups) as Group[])
    .filter((group) => groups[group].length > 0)
    .map((group) => telling.fact(group, groups[group]));
}

function groupOf({ phrase, need }: Requirement): Group {
  if (phrase !== null && EDUCATION.includes(phrase.id)) return "education";
  if (phrase?.id.startsWith("experience")) return "experience";
  return need === "wished" ? "wishes" : "requirements";
}

/** A phrase of the vocabularies stands in every language; a phrase a language does not know falls back to what was written. */
export function requirementLine({ phrase, text }: Requirement, telling: Telling): Line {
  const said = phrase === null ? null : sayPhrase(phrase, telling.words);
  return said === null ? telling.quote(text) : telling.say(said);
}

function withNeed(line: Line, need: "required" | "wished", { words }: Telling): Line {
  return { ...line, text: words.t("facts:withNeed", { text: line.text, need: words.t(`vocabulary:need.${need}`) }) };
}

export function describeLanguages(telling: Telling): Fact | null {
  const { languages } = telling.posting.content;
  const { words } = telling;
  if (languages.length === 0) return null;
  const lines = languages.flatMap(({ language, level, need, note }) => {
    const detail = level === null ? words.t("facts:notStated.level") : words.t(`vocabulary:cefr.${level}`);
    const line = telling.say(words.t("facts:withDetail", { text: languageName(language, words), detail }));
    const said = need === "wished" ? withNeed(line, need, telling) : line;
    return note === null ? [said] : [said, telling.quote(note)];
  });
  return telling.fact("languages", lines);
}

export function describeLicences(telling: Telling): Fact | null {
  const { licences } = telling.posting.content;
  const { words } = telling;
  if (licences.length === 0) return null;
  return telling.fact(
    "licences",
    licences.map((licence) => {
      const text = words.t("vocabulary:licence", { licence });
      const about = `vocabulary:licenceAbout.${licence}`;
      return telling.say(
        words.has(about) && !telling.brief ? words.t("facts:withDetail", { text, detail: words.t(about) }) : text,
      );
    }),
  );
}
