// The weekly report on the page, and its PDF in each language. Called by NumbersPage.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Day } from "../../server/domain/time.ts";
import { addDays, romeDay } from "../../server/domain/time.ts";
import type { Tally, WeekReport } from "../../server/domain/weekReport.ts";
import { call } from "../api.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { noteEndedSession } from "../session/session.ts";
import { interfaceLocales, label, numbersWord as word } from "../words/words.ts";
import { SimpleTable } from "./SimpleTable.tsx";

interface Props {
  readonly office: string;
  readonly spanOf: (from: Day, to: Day) => string;
}

export function WeekReportPanel({ office, spanOf }: Props) {
  const day = useSignal(addDays(romeDay(Date.now()), -7));
  const report = useSignal<WeekReport | null>(null);
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    const query = new URLSearchParams({ day: day.value, ...(office === "" ? {} : { office }) });
    const mine = new AbortController();
    call<WeekReport>("GET", `/reports/week?${query}`, undefined, mine.signal)
      .then((found) => {
        report.value = found;
        trouble.value = null;
      })
      .catch((error: unknown) => {
        if (mine.signal.aborted) return;
        noteEndedSession(error);
        trouble.value = error instanceof Error ? error.message : String(error);
      });
    return () => mine.abort();
  }, [office, day.value]);
  const path = office === "" ? "/report.pdf" : `/offices/${office}/report.pdf`;
  const found = report.value;
  const figures = ({ now, before, added, positions }: Tally) => [now, before, added, positions];
  const columns = [word("name"), word("reportNow"), word("reportBefore"), word("reportAdded"), word("positions")];
  return (
    <section class="numbers-report stack" aria-labelledby="numbers-report">
      <h2 id="numbers-report">{word("report")}</h2>
      <p>{word("reportAbout")}</p>
      <div class="numbers-bar">
        <PlainField label={word("reportWeek")}>
          {(aria) => (
            <input
              {...aria}
              type="date"
              value={day.value}
              onChange={(event) => {
                if (event.currentTarget.value !== "") day.value = event.currentTarget.value;
              }}
            />
          )}
        </PlainField>
        {interfaceLocales.map(({ id, name }) => (
          <a key={id} class="button" href={`${path}?day=${day.value}&lang=${id}`} target="_blank" rel="noopener">
            <span>{word("reportPdf", { language: name })}</span>
          </a>
        ))}
      </div>
      <Trouble text={trouble.value} />
      {found !== null && (
        <>
          <p>
            <b>{spanOf(found.from, found.to)}</b>
          </p>
          <SimpleTable
            title={word("bySection")}
            columns={columns}
            rows={[
              ...found.sections.map(({ section, ...tally }) => [label("section", section), ...figures(tally)] as const),
              [word("total"), ...figures(found.total)] as const,
            ]}
          />
          <SimpleTable
            title={word("bySector")}
            columns={columns}
            rows={found.sectors.map(({ sector, ...tally }) => [label("sector", sector), ...figures(tally)] as const)}
          />
          <SimpleTable
            title={word("byArea")}
            columns={columns}
            rows={found.areas.map(({ name, ...tally }) => [name, ...figures(tally)] as const)}
          />
        </>
      )}
    </section>
  );
}
