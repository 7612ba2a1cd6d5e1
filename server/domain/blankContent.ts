// A content in which nothing is stated yet. The form and the import begin with it.
import type { Content } from "./content.ts";
import { SOURCE_LOCALE } from "./locale.ts";
import type { Section } from "./section.ts";

export function blankContent(section: Section, title: string): Content {
  return {
    section,
    sourceLocale: SOURCE_LOCALE,
    title: { written: { id: "s1", text: title }, occupation: null },
    summary: [],
    duties: [],
    employer: null,
    positions: null,
    places: [],
    job: null,
    reserved: null,
    call: null,
    course: null,
    event: null,
    eures: section === "eures",
    requirements: [],
    languages: [],
    licences: [],
    benefits: [],
    statutes: [],
    window: { opens: null, closes: null },
    hangs: { from: null, until: null },
    apply: null,
    attachments: [],
    reference: null,
    parent: null,
    share: "own",
    pinned: false,
  };
}
