// Which column holds what, as recognised, and another choice where it is wrong. Called by ImportPage.
import type { ImportAnswer } from "../../server/domain/importContract.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { importWord as word } from "../words/words.ts";

// A list of its own: the contract's file would bring the validator along.
const FIELDS = [
  ...["id", "title", "employer", "positions", "place.municipality", "place.province", "sector", "contract"],
  ...["contract_note", "hours", "requirements", "pay.min", "pay.max", "pay.period", "deadline", "opens", "published"],
  ...["office", "reference", "driving_licence", "benefits", "duties", "summary", "apply.email", "apply.phone"],
  ...["apply.online", "apply.note", "kind", "law", "note"],
];

interface Props {
  readonly headings: ImportAnswer["headings"];
  readonly onPick: (written: string, field: string | null) => void;
}

export function ColumnTable({ headings, onPick }: Props) {
  if (headings.length === 0) return null;
  return (
    <fieldset>
      <legend>{word("columns")}</legend>
      <div class="grid">
        {headings.map(({ written, field }) => (
          <PlainField key={written} label={written} span={4}>
            {(aria) => (
              <select
                {...aria}
                value={field !== null && FIELDS.includes(field) ? field : ""}
                onChange={({ currentTarget: { value } }) => onPick(written, value === "" ? null : value)}
              >
                <option value="">{word("leaveOut")}</option>
                {FIELDS.map((one) => (
                  <option key={one} value={one}>
                    {word(`fields.${one.replace(".", "_")}`)}
                  </option>
                ))}
              </select>
            )}
          </PlainField>
        ))}
      </div>
    </fieldset>
  );
}
