// Published and closed week by week: two bars a week drawn by hand, and the same figures as a table. Called by NumbersPage.
import type { WeekCount } from "../../server/domain/numbers.ts";
import { romeInstant } from "../../server/domain/time.ts";
import { shortDay } from "../words/formats.ts";
import { numbersWord as word } from "../words/words.ts";
import { SimpleTable } from "./SimpleTable.tsx";

const [WIDTH, HEIGHT, FOOT] = [26, 120, 18];

export function WeekChart({ weeks }: { readonly weeks: readonly WeekCount[] }) {
  const most = Math.max(4, ...weeks.flatMap(({ published, closed }) => [published, closed]));
  const tall = (count: number) => (count * HEIGHT) / most;
  const width = weeks.length * WIDTH;
  const named = Math.ceil(weeks.length / 8);
  return (
    <figure class="numbers-chart">
      <figcaption>
        <h2>{word("byWeek")}</h2>
        <span class="numbers-key published">{word("published")}</span>{" "}
        <span class="numbers-key closed">{word("closed")}</span>
      </figcaption>
      <svg viewBox={`0 -14 ${width} ${HEIGHT + FOOT + 14}`} aria-hidden="true">
        <line x1="0" x2={width} y1={HEIGHT} y2={HEIGHT} />
        {weeks.map(({ from, published, closed }, at) => (
          <g key={from} transform={`translate(${at * WIDTH} 0)`}>
            <rect class="published" x="3" width="9" y={HEIGHT - tall(published)} height={tall(published)} />
            <rect class="closed" x="13" width="9" y={HEIGHT - tall(closed)} height={tall(closed)} />
            {published > 0 && (
              <text x="7.5" y={HEIGHT - tall(published) - 3}>
                {published}
              </text>
            )}
            {closed > 0 && (
              <text x="17.5" y={HEIGHT - tall(closed) - 3}>
                {closed}
              </text>
            )}
            {at % named === 0 && (
              <text class="week" x="3" y={HEIGHT + 13}>
                {shortDay(romeInstant(from))}
              </text>
            )}
          </g>
        ))}
      </svg>
      <details>
        <summary>{word("asTable")}</summary>
        <SimpleTable
          title={word("byWeek")}
          columns={[word("week"), word("published"), word("closed")]}
          rows={weeks.map(({ from, published, closed }) => [shortDay(romeInstant(from)), published, closed])}
        />
      </details>
    </figure>
  );
}
