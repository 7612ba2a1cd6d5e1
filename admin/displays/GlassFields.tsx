// What a screen is beside its rotation: how large and from how far it is read, whether it is touched and prints. Called by ProfileFields.
import { type DisplayProfile, SLIPS, TYPE_SIZES } from "../../server/domain/display.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { displayWord } from "../words/words.ts";

/** Inches: on less, keys of 20 mm leave no room for what they find. */
const LEAST_TOUCH = 15;

interface Props {
  readonly profile: DisplayProfile;
  readonly set: (change: Partial<DisplayProfile>) => void;
}

export function GlassFields({ profile, set }: Props) {
  const number = (text: string) => (text === "" || Number.isNaN(Number(text)) ? null : Number(text));
  return (
    <>
      <PlainField label={displayWord("field.distance")}>
        {(aria) => (
          <input
            {...aria}
            type="number"
            min={0.3}
            max={12}
            step={0.1}
            value={profile.distance ?? ""}
            onInput={(event) => set({ distance: number(event.currentTarget.value) })}
          />
        )}
      </PlainField>
      <PlainField label={displayWord("field.size")}>
        {(aria) => (
          <select
            {...aria}
            value={profile.size}
            onChange={(event) => set({ size: event.currentTarget.value as DisplayProfile["size"] })}
          >
            {TYPE_SIZES.map((one) => (
              <option key={one} value={one} selected={one === profile.size}>
                {displayWord(`size.${one}`)}
              </option>
            ))}
          </select>
        )}
      </PlainField>
      <div class="span-12">
        <label>
          <input
            type="checkbox"
            checked={profile.touch}
            onChange={(event) => set({ touch: event.currentTarget.checked })}
          />{" "}
          {displayWord("field.touch")}
        </label>
        {profile.touch && profile.diagonal !== null && profile.diagonal < LEAST_TOUCH && (
          <p class="quiet" role="status">
            {displayWord("field.touchSmall", { inches: LEAST_TOUCH })}
          </p>
        )}
        {profile.touch && (
          <label class="display-language">
            <input
              type="checkbox"
              checked={profile.lowReach}
              onChange={(event) => set({ lowReach: event.currentTarget.checked })}
            />{" "}
            {displayWord("field.lowReach")}
          </label>
        )}
      </div>
      {profile.touch && <SlipField profile={profile} set={set} />}
    </>
  );
}

function SlipField({ profile, set }: Props) {
  return (
    <PlainField label={displayWord("field.slip")}>
      {(aria) => (
        <select
          {...aria}
          value={profile.slip}
          onChange={(event) => set({ slip: event.currentTarget.value as DisplayProfile["slip"] })}
        >
          {SLIPS.map((one) => (
            <option key={one} value={one} selected={one === profile.slip}>
              {displayWord(`slip.${one}`)}
            </option>
          ))}
        </select>
      )}
    </PlainField>
  );
}
