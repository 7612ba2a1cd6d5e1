// Where: one place or several, each with its municipality from the vocabulary or as written.
import type { Place } from "../../../server/domain/content.ts";
import { offerUndo } from "../../frame/undo.ts";
import { word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { Block } from "./Block.tsx";
import { BLANK_PLACE } from "./blanks.ts";
import { PlaceRow } from "./PlaceRow.tsx";

export function PlacesBlock() {
  const editor = useEditor();
  const { places } = editor.content.value;
  // One empty row invites; it enters the content with its first letter.
  const shown = places.length === 0 ? [BLANK_PLACE] : places;
  const change = (index: number, change: Partial<Place>) =>
    editor.change((now) => {
      const rows = now.places.length === 0 ? [BLANK_PLACE] : now.places;
      return { ...now, places: rows.map((place, at) => (at === index ? { ...place, ...change } : place)) };
    });
  const remove = (index: number) => {
    const before = places;
    editor.replace({ ...editor.content.peek(), places: places.filter((_, at) => at !== index) });
    offerUndo(word("undo.placeRemoved"), () => editor.replace({ ...editor.content.peek(), places: before }));
  };
  return (
    <Block name="places">
      {shown.map((place, index) => (
        <PlaceRow
          // Places have no name of their own; removal mounts the form anew.
          key={index}
          index={index}
          place={place}
          onChange={(next) => change(index, next)}
          {...(shown.length > 1 ? { onRemove: () => remove(index) } : {})}
        />
      ))}
      <p class="span-12">
        <button
          type="button"
          class="plain"
          onClick={() =>
            editor.change((now) => ({
              ...now,
              places: [...(now.places.length === 0 ? [BLANK_PLACE] : now.places), BLANK_PLACE],
            }))
          }
        >
          {word("form.addPlace")}
        </button>
      </p>
    </Block>
  );
}
