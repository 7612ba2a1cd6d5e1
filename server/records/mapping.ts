// What every part of the mapping is handed: how to make a segment, how to say a doubt, and the vocabularies. Called by recordToPosting and its parts.
import type { Content } from "../domain/content.ts";
import { SEGMENT_LIMIT } from "../domain/content.ts";
import type { Segment } from "../domain/segment.ts";
import { segmentIds, sentencesOf } from "../domain/segment.ts";
import { segmentsOf } from "../domain/segmentsOf.ts";
import type { Vocabularies } from "../vocabularies/loadVocabularies.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import { shown } from "./problem.ts";

export type ImportVocabularies = Pick<Vocabularies, "matchOccupation" | "matchRequirement" | "places" | "titleLabels">;

export interface Mapping {
  readonly vocabularies: ImportVocabularies;
  readonly problems: Problem[];
  /** One segment; an unchanged text keeps the id it had. [S1][S3] */
  say(field: string, text: string): Segment;
  sayOrNull(field: string, text: string | null): Segment | null;
  /** A segment each; a text too long for one is parted by sentences. */
  sayAll(field: string, texts: readonly string[]): Segment[];
  report(problem: ProblemCode, field: string, value: unknown, about?: string): void;
}

/** @param before contents the posting has had, whose ids are in use */
export function createMapping(
  vocabularies: ImportVocabularies,
  at: Pick<Problem, "row" | "id">,
  before: readonly Content[],
): Mapping {
  const used = before.flatMap((content) => [...segmentsOf(content), ...phrased(content)]);
  const take = segmentIds(["s1", ...used.map((segment) => segment.id)]);
  const known = new Map<string, string[]>();
  for (const { id, text } of used.filter(({ id }) => id !== "s1")) {
    const ids = known.get(text) ?? [];
    if (!ids.includes(id)) known.set(text, [...ids, id]);
  }
  const problems: Problem[] = [];
  const mapping: Mapping = {
    vocabularies,
    problems,
    say(field, text) {
      if (text.length > SEGMENT_LIMIT) mapping.report("tooLong", field, text, String(SEGMENT_LIMIT));
      return { id: known.get(text)?.shift() ?? take(), text };
    },
    sayOrNull: (field, text) => (text === null ? null : mapping.say(field, oneLine(text))),
    sayAll: (field, texts) =>
      texts
        .flatMap((text) => (text.length > SEGMENT_LIMIT || text.includes("\n") ? sentencesOf(text) : [text]))
        .map((text) => mapping.say(field, oneLine(text))),
    report: (problem, field, value, about = "") => problems.push({ ...at, field, value: shown(value), problem, about }),
  };
  return mapping;
}

/** The words of a phrase are no segment to translate, but their ids are in use all the same. */
function phrased(content: Content): Segment[] {
  return content.requirements.filter(({ phrase }) => phrase !== null).map(({ text }) => text);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}
