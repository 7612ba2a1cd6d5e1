// The seven shapes that tell a section without colour. Drawn in the colour of the text around them.
// Called by card, page, poster, bulletin and the desk; always beside the section's word, so it is silent for screen readers.
import type { Shape as ShapeName } from "../../server/domain/section.ts";

// On a field of 24, each with the same weight to the eye: a square of the disc's width would look larger.
const PATHS: Readonly<Record<ShapeName, string>> = {
  disc: "M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z",
  diamond: "M12 0L24 12L12 24L0 12z",
  square: "M1 2.5h19v19H1z",
  triangle: "M12 1.5L23.5 21.5H.5z",
  chevron: "M1 1h9l10 11l-10 11H1l10-11z",
  ring: "M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22zM12 7a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
  bar: "M0 8h24v8H0z",
};

/** Has no size of its own: the style sheet sets it. */
export function Shape({ name, outline = false }: { readonly name: ShapeName; readonly outline?: boolean }) {
  return (
    <svg class="shape" viewBox="-1 -1 26 26" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill={outline ? "none" : "currentColor"}
        fill-rule="evenodd"
        {...(outline ? { stroke: "currentColor", "stroke-width": 1.6 } : {})}
      />
    </svg>
  );
}
