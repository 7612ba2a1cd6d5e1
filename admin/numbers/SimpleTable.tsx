// A small table of a name and figures; figures too small to tell are said so. Called by NumbersPage and its parts.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { numberText } from "../words/formats.ts";
import { numbersWord as word } from "../words/words.ts";

interface Props {
  readonly title: string;
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly [ComponentChildren, ...(number | null)[]])[];
}

export function SimpleTable({ title, columns, rows }: Props) {
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <div class="numbers-block">
      <h2 id={id}>{title}</h2>
      <div class="table-scroll">
        <table class="figures" aria-labelledby={id}>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={column} scope="col" class={at === 0 ? undefined : "number"}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...figures], at) => (
              <tr key={at}>
                <th scope="row">{name}</th>
                {figures.map((value, column) => (
                  <td key={columns[column + 1]} class="number">
                    <Few value={value} />
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

export function Few({ value }: { readonly value: number | null }) {
  return value === null ? <span class="quiet">{word("few")}</span> : <span>{numberText(value)}</span>;
}
