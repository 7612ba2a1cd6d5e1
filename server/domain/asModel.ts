// What a copy or a model begins with: all of a posting that does not belong to that one alone. Called by the desk and saveTemplate.
import type { Content } from "./content.ts";

/** Forgotten dates would close the copy at once; a reference and amendments are the other one's. */
export function asModel(content: Content): Content {
  return {
    ...content,
    window: { opens: null, closes: null },
    hangs: { from: null, until: null },
    pinned: false,
    reference: null,
    parent: null,
    call: content.call === null ? null : { ...content.call, amendments: [] },
  };
}
