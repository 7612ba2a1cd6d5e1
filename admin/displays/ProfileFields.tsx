// How a screen shows its board: languages and their order, sections, theme, size, quiet hours. Called by DisplayDialog.
import { type DisplayProfile, LANGUAGE_POLICIES, THEMES } from "../../server/domain/display.ts";
import { SECTIONS } from "../../server/domain/section.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { displayWord, interfaceLocales, label } from "../words/words.ts";
import { GlassFields } from "./GlassFields.tsx";

interface Props {
  readonly profile: DisplayProfile;
  readonly onChange: (profile: DisplayProfile) => void;
}

export function ProfileFields({ profile, onChange }: Props) {
  const set = (change: Partial<DisplayProfile>) => onChange({ ...profile, ...change });
  const number = (text: string) => (text === "" || Number.isNaN(Number(text)) ? null : Number(text));
  const choose = (locale: string, on: boolean) => {
    const locales = interfaceLocales
      .map(({ id }) => id)
      .filter((id) => (id === locale ? on : profile.locales.includes(id)));
    if (locales.length > 0) set({ locales });
  };
  return (
    <>
      <fieldset class="span-12">
        <legend>{displayWord("field.languages")}</legend>
        {interfaceLocales.map(({ id, name }) => (
          <span key={id} class="display-language">
            <label>
              <input
                type="checkbox"
                checked={profile.locales.includes(id)}
                onChange={(event) => choose(id, event.currentTarget.checked)}
              />{" "}
              {name}
            </label>
            {profile.policy === "weighted" && profile.locales.includes(id) && (
              <input
                type="number"
                min={0}
                max={9}
                aria-label={displayWord("field.weightOf", { what: name })}
                value={profile.localeWeights[id] ?? 1}
                onInput={(event) =>
                  set({ localeWeights: { ...profile.localeWeights, [id]: number(event.currentTarget.value) ?? 1 } })
                }
              />
            )}
          </span>
        ))}
      </fieldset>
      <PlainField label={displayWord("field.policy")}>
        {(aria) => (
          <select
            {...aria}
            value={profile.policy}
            onChange={(event) => set({ policy: event.currentTarget.value as DisplayProfile["policy"] })}
          >
            {LANGUAGE_POLICIES.map((policy) => (
              <option key={policy} value={policy} selected={policy === profile.policy}>
                {displayWord(`policy.${policy}`)}
              </option>
            ))}
          </select>
        )}
      </PlainField>
      <PlainField label={displayWord("field.theme")}>
        {(aria) => (
          <select
            {...aria}
            value={profile.theme}
            onChange={(event) => set({ theme: event.currentTarget.value as DisplayProfile["theme"] })}
          >
            {THEMES.map((theme) => (
              <option key={theme} value={theme} selected={theme === profile.theme}>
                {displayWord(`theme.${theme}`)}
              </option>
            ))}
          </select>
        )}
      </PlainField>
      <fieldset class="span-12">
        <legend>{displayWord("field.sections")}</legend>
        <p class="help">{displayWord("field.sectionsHelp")}</p>
        {SECTIONS.map((section) => (
          <label key={section} class="display-language">
            <input
              type="number"
              min={0}
              max={9}
              value={profile.sectionWeights[section] ?? 1}
              onInput={(event) =>
                set({
                  sectionWeights: { ...profile.sectionWeights, [section]: number(event.currentTarget.value) ?? 1 },
                })
              }
            />{" "}
            {label("section", section)}
          </label>
        ))}
      </fieldset>
      <PlainField label={displayWord("field.diagonal")} help={displayWord("field.diagonalHelp")}>
        {(aria) => (
          <input
            {...aria}
            type="number"
            min={5}
            max={150}
            value={profile.diagonal ?? ""}
            onInput={(event) => set({ diagonal: number(event.currentTarget.value) })}
          />
        )}
      </PlainField>
      <GlassFields profile={profile} set={set} />
      <PlainField label={displayWord("field.quietFrom")}>
        {(aria) => (
          <input
            {...aria}
            type="time"
            value={profile.quiet?.from ?? ""}
            onInput={(event) =>
              set({
                quiet:
                  event.currentTarget.value === ""
                    ? null
                    : { from: event.currentTarget.value, to: profile.quiet?.to ?? "08:00" },
              })
            }
          />
        )}
      </PlainField>
      {profile.quiet !== null && (
        <PlainField label={displayWord("field.quietTo")}>
          {(aria) => (
            <input
              {...aria}
              type="time"
              value={profile.quiet?.to ?? ""}
              onInput={(event) =>
                event.currentTarget.value !== "" &&
                set({ quiet: { from: profile.quiet?.from ?? "20:00", to: event.currentTarget.value } })
              }
            />
          )}
        </PlainField>
      )}
      <div class="span-12">
        <label>
          <input
            type="checkbox"
            checked={profile.still}
            onChange={(event) => set({ still: event.currentTarget.checked })}
          />{" "}
          {displayWord("field.still")}
        </label>
        <label class="display-language">
          <input
            type="checkbox"
            checked={profile.screens === 2}
            onChange={(event) => set({ screens: event.currentTarget.checked ? 2 : 1 })}
          />{" "}
          {displayWord("field.two")}
        </label>
      </div>
    </>
  );
}
