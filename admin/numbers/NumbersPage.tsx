// What was published, closed, shown and scanned between two days, and the weekly report. Every chart is a table too. Shown at /admin/numbers.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DeskNumbers } from "../../server/domain/numbers.ts";
import { addDays, romeDay, romeInstant } from "../../server/domain/time.ts";
import { call } from "../api.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { chosenOffice } from "../session/chosenOffice.ts";
import { OfficeChoice } from "../session/OfficeChoice.tsx";
import { noteEndedSession } from "../session/session.ts";
import { languageName, numberText, shortDay } from "../words/formats.ts";
import { label, numbersWord as word } from "../words/words.ts";
import { NumbersTable } from "./NumbersTable.tsx";
import { SimpleTable } from "./SimpleTable.tsx";
import { WeekChart } from "./WeekChart.tsx";
import { WeekReportPanel } from "./WeekReportPanel.tsx";
import "./numbers.css";

/** Days looked at before anything else is chosen: a quarter. */
const USUAL = 90;

export function NumbersPage() {
  const today = romeDay(Date.now());
  const from = useSignal(addDays(today, -USUAL));
  const to = useSignal(today);
  const numbers = useSignal<DeskNumbers | null>(null);
  const trouble = useSignal<string | null>(null);
  const office = chosenOffice();
  const query = new URLSearchParams({ from: from.value, to: to.value, ...(office === "" ? {} : { office }) });
  useEffect(() => {
    const mine = new AbortController();
    call<DeskNumbers>("GET", `/numbers?${query}`, undefined, mine.signal)
      .then((found) => {
        numbers.value = found;
        trouble.value = null;
      })
      .catch((error: unknown) => {
        if (mine.signal.aborted) return;
        noteEndedSession(error);
        trouble.value = error instanceof Error ? error.message : String(error);
      });
    return () => mine.abort();
  }, [String(query)]);
  const now = numbers.value;
  const day = (name: "from" | "to", signal: typeof from) => (
    <PlainField label={word(name)}>
      {(aria) => (
        <input
          {...aria}
          type="date"
          required
          value={signal.value}
          onChange={(event) => {
            if (event.currentTarget.value !== "") signal.value = event.currentTarget.value;
          }}
        />
      )}
    </PlainField>
  );
  return (
    <main id="content" class="page numbers-page">
      <div class="page-head">
        <PageTitle>{word("title")}</PageTitle>
        <OfficeChoice />
      </div>
      <div class="numbers-bar">
        {day("from", from)}
        {day("to", to)}
        {(["csv", "xlsx"] as const).map((format) => (
          <a key={format} class="button" href={`/api/v1/numbers?${query}&format=${format}`} download>
            {word("export")} ({format.toUpperCase()})
          </a>
        ))}
      </div>
      <Trouble text={trouble.value} />
      {now !== null && (
        <>
          <dl class="numbers-total">
            {(["published", "closed", "open", "positions", "days"] as const).map((name) => (
              <div key={name}>
                <dt>{word(name)}</dt>
                <dd>{now.total[name] === null ? "–" : numberText(now.total[name])}</dd>
              </div>
            ))}
          </dl>
          <WeekChart weeks={now.weeks} />
          <NumbersTable kind="bySection" rows={now.sections} nameOf={(key) => label("section", key)} />
          <NumbersTable kind="bySector" rows={now.sectors} nameOf={(key) => label("sector", key)} />
          <NumbersTable kind="byArea" rows={now.areas} nameOf={(key) => key} />
          <SimpleTable
            title={word("byLanguage")}
            columns={[word("language"), word("approved"), word("shown"), word("scanned"), word("paper")]}
            rows={now.languages.map(({ locale, approved, shown, scanned, paper }) => [
              languageName(locale),
              approved,
              shown,
              scanned,
              paper,
            ])}
          />
          <SimpleTable
            title={word("byReason")}
            columns={[word("reason"), word("closed")]}
            rows={now.reasons.map(({ reason, closed }) => [label("closedReason", reason), closed])}
          />
          <SimpleTable
            title={word("top")}
            columns={[word("posting"), word("shown"), word("scanned"), word("paper")]}
            rows={now.top.map(({ code, title, shown, scanned, paper }) => [
              <a key={code} href={`/admin/postings/${code}`} lang="it">
                {title}
              </a>,
              shown,
              scanned,
              paper,
            ])}
          />
          <p class="quiet">{word("fewAbout")}</p>
        </>
      )}
      <WeekReportPanel
        office={office}
        spanOf={(a, b) => word("reportSpan", { from: shortDay(romeInstant(a)), to: shortDay(romeInstant(b)) })}
      />
    </main>
  );
}
