// The named places where an office hangs paper: how many sheets each holds, a new one, an empty one removed. Called by WallPage.
import { useSignal } from "@preact/signals";
import type { WallToday } from "../../server/domain/wall.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { wallWord } from "../words/words.ts";

interface WallsProps {
  readonly walls: WallToday["walls"];
  readonly onAdd: (name: string) => Promise<void>;
  readonly onRemove: (wall: WallToday["walls"][number]) => Promise<void>;
}

export function Walls({ walls, onAdd, onRemove }: WallsProps) {
  const name = useSignal("");
  return (
    <section aria-labelledby="walls-title">
      <h2 id="walls-title">{wallWord("walls.title")}</h2>
      {walls.length === 0 && <p>{wallWord("walls.none")}</p>}
      <ul class="wall-names">
        {walls.map((wall) => (
          <li key={wall.id}>
            <b>{wall.name}</b> <span class="quiet">{wall.id}</span> · {wallWord("walls.sheets", { count: wall.sheets })}
            {wall.sheets === 0 && (
              <button
                type="button"
                class="plain"
                aria-label={`${wallWord("walls.remove")}: ${wall.name}`}
                onClick={() => void onRemove(wall)}
              >
                {wallWord("walls.remove")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <form
        class="wall-new"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.value.trim() === "") return;
          void onAdd(name.value.trim());
          name.value = "";
        }}
      >
        <PlainField label={wallWord("walls.name")} help={wallWord("walls.nameHint")}>
          {(aria) => (
            <input
              {...aria}
              value={name.value}
              maxLength={60}
              onInput={(event) => (name.value = event.currentTarget.value)}
            />
          )}
        </PlainField>
        <button type="submit">{wallWord("walls.add")}</button>
      </form>
    </section>
  );
}
