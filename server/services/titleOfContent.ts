// The title an occupation gives in every language, qualifiers included. Handed to the mirror; called by http/postings and previews.

import type { Vocabularies } from "../vocabularies/loadVocabularies.ts";
import type { TitleOf } from "./presentPosting.ts";

export function titleOfContent(vocabularies: Pick<Vocabularies, "titleLabels">): TitleOf {
  return ({ title }) => {
    if (title.occupation === null) return null;
    return vocabularies.titleLabels(title.occupation.ref, title.occupation.qualifiers) ?? null;
  };
}
