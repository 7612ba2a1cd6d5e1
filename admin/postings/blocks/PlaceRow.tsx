// One place: municipality with suggestions, province, country, area. Called by PlacesBlock.
import type { Place } from "../../../server/domain/content.ts";
import type { PlaceHit } from "../../../server/domain/httpContract.ts";
import { api } from "../../api.ts";
import { Combobox } from "../../parts/Combobox.tsx";
import { countryName } from "../../words/formats.ts";
import { word } from "../../words/words.ts";
import { FormField } from "../fields/FormField.tsx";
import { SegmentField } from "../fields/SegmentField.tsx";
import { SelectField } from "../fields/SelectField.tsx";

/** EURES countries and Italy's neighbours; others that come with an import stay. */
const COUNTRIES =
  "IT AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS LI LT LU LV MT NL NO PL PT RO SE SI SK SM".split(" ");

interface Props {
  readonly index: number;
  readonly place: Place;
  readonly onChange: (change: Partial<Place>) => void;
  readonly onRemove?: () => void;
}

export function PlaceRow({ index, place, onChange, onRemove }: Props) {
  const path = `places.${index}`;
  return (
    <div class="grid row">
      <FormField path={`${path}.municipality`} name="municipality" help={index === 0} span={6}>
        {(aria) => (
          <Combobox<PlaceHit>
            aria={aria}
            initial={place.municipality ?? ""}
            find={api.places}
            textOf={(hit) => hit.municipality}
            noteOf={(hit) => [hit.province, hit.region].filter(Boolean).join(", ")}
            onText={(text) => onChange({ municipality: text.trim() === "" ? null : text })}
            onPick={(hit) =>
              onChange({ municipality: hit.municipality, province: hit.province, region: hit.region, country: "IT" })
            }
          />
        )}
      </FormField>
      <FormField path={`${path}.province`} name="province" span={2}>
        {(aria) => (
          <input
            {...aria}
            class="upper"
            maxLength={2}
            autocomplete="off"
            value={place.province ?? ""}
            onInput={(event) => onChange({ province: event.currentTarget.value.trim().toUpperCase() || null })}
          />
        )}
      </FormField>
      <SelectField
        path={`${path}.country`}
        name="country"
        span={4}
        options={COUNTRIES}
        text={countryName}
        value={place.country}
        onPick={(country) => onChange({ country, ...(country === "IT" ? {} : { province: null, region: null }) })}
        onNone={() => onChange({ country: null })}
      />
      <SegmentField
        path={`${path}.area.text`}
        name="area"
        help={index === 0}
        value={place.area}
        onSegment={(area) => onChange({ area })}
      />
      {onRemove && (
        <p class="span-12">
          <button type="button" class="plain" onClick={onRemove}>
            {word("form.removePlace", { place: place.municipality ?? String(index + 1) })}
          </button>
        </p>
      )}
    </div>
  );
}
