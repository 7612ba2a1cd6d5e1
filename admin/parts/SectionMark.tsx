// A section by shape, colour and word, all three (LOOK.md). Called by list, form and new posting.
import type { Section } from "../../server/domain/section.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import { Shape } from "../../templates/parts/Shape.tsx";
import { label } from "../words/words.ts";

export function SectionMark({ section }: { readonly section: Section }) {
  return (
    <span class={`section-mark ${section}`}>
      <Shape name={SHAPE_OF[section]} />
      <span>{label("section", section)}</span>
    </span>
  );
}
