// One breakdown as a table whose rows carry their bar: the chart and the table are one. Called by NumbersPage.
import type { NumbersRow } from "../../server/domain/numbers.ts";
import { numberText } from "../words/formats.ts";
import { numbersWord as word } from "../words/words.ts";
import { Few } from "./SimpleTable.tsx";

const COLUMNS = ["published", "closed", "open", "positions", "days"] as const;
/** Of people's doings: small ones are not told. */
const COUNTED = ["shown", "scanned", "paper"] as const;

interface Props {
  readonly kind: "bySection" | "bySector" | "byArea";
  readonly rows: readonly NumbersRow[];
  readonly nameOf: (key: string) => string;
}

export function NumbersTable({ kind, rows, nameOf }: Props) {
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.map(({ published }) => published));
  return (
    <div class="numbers-block">
      <h2 id={`numbers-${kind}`}>{word(kind)}</h2>
      <div class="table-scroll">
        <table class="figures" aria-labelledby={`numbers-${kind}`}>
          <thead>
            <tr>
              <th scope="col">{word("name")}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" class="number">
                  {word(column)}
                </th>
              ))}
              {COUNTED.map((column) => (
                <th key={column} scope="col" class="number">
                  {word(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {nameOf(row.key)}
                  <svg class="numbers-bar-line" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={(100 * row.published) / most} height="4" />
                  </svg>
                </th>
                {COLUMNS.map((column) => (
                  <td key={column} class="number">
                    {row[column] === null ? "–" : numberText(row[column])}
                  </td>
                ))}
                {COUNTED.map((column) => (
                  <td key={column} class="number">
                    <Few value={row[column]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
