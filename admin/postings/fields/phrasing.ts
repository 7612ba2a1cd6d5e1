// What a field needs to offer phrases: which kind, and which of its lines say one already. Nothing where the posting is not written in Italian.
// Called by the fields of segments and by the block of requirements.

import { SOURCE_LOCALE } from "../../../server/domain/locale.ts";
import type { PhraseKind } from "../../../server/domain/phrase.ts";
import type { Segment } from "../../../server/domain/segment.ts";
import { segmentsOf } from "../../../server/domain/segmentsOf.ts";
import type { Editor } from "../editor.ts";
import type { Phrasing } from "./PhraseControl.tsx";

export function phrasing(
  editor: Editor,
  kind: PhraseKind | undefined,
  segments: readonly Segment[],
  isPhrase: (segment: Segment) => boolean = () => false,
): Phrasing | undefined {
  if (kind === undefined || editor.content.value.sourceLocale !== SOURCE_LOCALE) return undefined;
  const { phrases, posting } = editor.answer.value;
  // As the server last read it: a line changed since is not yet known.
  const stored = posting.working ?? posting.published?.content;
  const asStored = new Set(stored === undefined ? [] : segmentsOf(stored).map(({ id, text }) => `${id} ${text}`));
  const known = segments.filter(
    (one) => isPhrase(one) || (phrases[one.id] !== undefined && asStored.has(`${one.id} ${one.text}`)),
  );
  return { kind, known: known.map(({ text }) => text) };
}
