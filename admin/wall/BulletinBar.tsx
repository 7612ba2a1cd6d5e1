// The bulletin of a wall: which sections, with or without their posters, printed as one PDF and then recorded as hanging; and the weekly report,
// on paper and as text for virtual boards. Called by PrintBar.
import { useSignal } from "@preact/signals";
import type { Section } from "../../server/domain/section.ts";
import { SECTIONS } from "../../server/domain/section.ts";
import type { WallToday } from "../../server/domain/wall.ts";
import { ChoiceField } from "../parts/ChoiceField.tsx";
import { label, wallWord } from "../words/words.ts";
import { OpenPostTexts } from "./OpenPostTexts.tsx";
import type { PrintChoice } from "./wallApi.ts";
import { bulletinAddress } from "./wallApi.ts";

interface BulletinBarProps {
  readonly office: string;
  readonly today: WallToday;
  readonly choice: PrintChoice;
  /** It was printed and hung. */
  readonly onHung: (section: Section | null) => void;
}

export function BulletinBar({ office, today, choice, onHung }: BulletinBarProps) {
  const section = useSignal<Section | null>(null);
  const posters = useSignal(false);
  const printed = useSignal(false);
  const there = SECTIONS.filter((one) => today.open.some((posting) => posting.section === one));
  return (
    <div class="wall-bulletin">
      <h3>{wallWord("bulletin.title")}</h3>
      <div class="wall-choices">
        <ChoiceField<Section | "">
          label={wallWord("bulletin.section")}
          value={section.value ?? ""}
          options={[
            { id: "", name: wallWord("bulletin.all") },
            ...there.map((id) => ({ id, name: label("section", id) })),
          ]}
          onChange={(next) => {
            section.value = next === "" ? null : next;
            printed.value = false;
          }}
        />
        <label class="wall-check">
          <input
            type="checkbox"
            checked={posters.value}
            onChange={(event) => (posters.value = event.currentTarget.checked)}
          />{" "}
          {wallWord("bulletin.posters")}
        </label>
      </div>
      <p class="wall-papers">
        {there.length > 0 && (
          <a
            class="button"
            href={bulletinAddress(office, choice, section.value, posters.value)}
            target="_blank"
            rel="noopener"
            onClick={() => (printed.value = true)}
          >
            {wallWord("print.bulletin")}
          </a>
        )}
        <a href={`/offices/${office}/report.pdf?lang=${choice.locales.join(",")}`} target="_blank" rel="noopener">
          {wallWord("print.report")}
        </a>
        <OpenPostTexts code={null} office={office} />
      </p>
      {printed.value && (
        <div class="notice wall-offer" role="status">
          <p>
            {wallWord("dialog.offer", { wall: today.walls.find(({ id }) => id === choice.wall)?.name ?? choice.wall })}
          </p>
          <button
            type="button"
            class="primary"
            onClick={() => {
              printed.value = false;
              onHung(section.value);
            }}
          >
            {wallWord("print.bulletinHung")}
          </button>
        </div>
      )}
    </div>
  );
}
