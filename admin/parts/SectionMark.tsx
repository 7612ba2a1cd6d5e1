// A section by shape, colour and word, all three (LOOK.md). Called by list, form and new posting.
import type { Section, Shape } from "../../server/domain/section.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import { label } from "../words/words.ts";

const PATHS: Readonly<Record<Shape, string>> = {
  disc: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
  diamond: "M8 .5 15.5 8 8 15.5.5 8z",
  square: "M2 2h12v12H2z",
  triangle: "M8 1.5 15.5 14.5H.5z",
  chevron: "M3 1h4.5L14 8l-6.5 7H3l6-7z",
  ring: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 3.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
  bar: "M1 5h14v6H1z",
};

export function SectionMark({ section }: { readonly section: Section }) {
  return (
    <span class={`section-mark ${section}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path fill="currentColor" fill-rule="evenodd" d={PATHS[SHAPE_OF[section]]} />
      </svg>
      <span>{label("section", section)}</span>
    </span>
  );
}
