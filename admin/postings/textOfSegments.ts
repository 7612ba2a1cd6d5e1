// Segments as a text to edit. Sentences stand on one line where the domain would divide them again at the same places.
// Called by the free-text fields and the conflict view.
import type { Segment } from "../../server/domain/segment.ts";
import { sentencesOf } from "../../server/domain/segment.ts";

export function textOfSegments(segments: readonly Segment[]): string {
  let text = "";
  for (const { text: sentence } of segments) {
    if (text === "") text = sentence;
    else {
      const line = text.slice(text.lastIndexOf("\n") + 1);
      const joined = sentencesOf(`${line} ${sentence}`);
      const apart = [...sentencesOf(line), sentence];
      const same = joined.length === apart.length && joined.every((one, index) => one === apart[index]);
      text += `${same ? " " : "\n"}${sentence}`;
    }
  }
  return text;
}
