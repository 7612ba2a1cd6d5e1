// What becomes, or became, of every row, and what is wrong with which cell. Called by ImportPage.
import type { ImportAnswer } from "../../server/domain/importContract.ts";
import { importWord as word } from "../words/words.ts";

const FATES = ["new", "changed", "unchanged", "kept", "closed", "refused"] as const;

export function FateTable({ answer: { rows, problems } }: { readonly answer: ImportAnswer }) {
  const published = rows.filter((row) => row.published).length;
  const counts = FATES.map((fate) => ({ fate, count: rows.filter((row) => row.fate === fate).length }));
  return (
    <>
      <ul>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ fate, count }) => (
            <li key={fate}>
              {word(`fate.${fate}`)}: <strong>{count}</strong>
            </li>
          ))}
        {published > 0 && (
          <li>
            {word("published")}: <strong>{published}</strong>
          </li>
        )}
      </ul>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ row, sentence, grave }) => (
            <li key={`${row} ${sentence}`} class={grave ? "trouble" : ""}>
              {sentence}
            </li>
          ))}
        </ul>
      )}
      <details open={rows.length <= 60}>
        <summary>{word("rows")}</summary>
        <section class="table-scroll" aria-label={word("rows")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{word("row")}</th>
                <th scope="col">{word("fields.title")}</th>
                <th scope="col">{word("fateOf")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, title, fate, code }) => (
                <tr key={`${row} ${code ?? title}`}>
                  <td>{row === 0 ? "–" : row}</td>
                  <td>{code === null ? title : <a href={`/admin/postings/${code}`}>{title}</a>}</td>
                  <td>{word(`fate.${fate}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </>
  );
}
