// The translators' queue: postings by language, most urgent first. Shown by Desk at /admin/translations.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { QueueAnswer, QueueLine } from "../../server/domain/httpTranslation.ts";
import { QUEUE_STATES } from "../../server/domain/queueStates.ts";
import { SECTIONS } from "../../server/domain/section.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { useShortcuts } from "../frame/shortcut.ts";
import { SectionMark } from "../parts/SectionMark.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { TablePages } from "../postings/TablePages.tsx";
import { noteEndedSession, owners } from "../session/session.ts";
import { languageName, numberText, untilDay } from "../words/formats.ts";
import { interfaceLocales, label, translationWord as word } from "../words/words.ts";
import { StateMark } from "./StateMark.tsx";
import { TranslationTabs } from "./TranslationTabs.tsx";
import type { QueueFilter } from "./translationApi.ts";
import { filterText, readFilter, translationApi } from "./translationApi.ts";
import "./translations.css";

const SHOWN = ["missing", "stale", "machine", "draft", "review", "approved"] as const;

/** The language last chosen here, in this browser. */
const USUAL = "desk.translationLanguage";

export function QueuePage() {
  const { url, route } = useLocation();
  const filter = readFilter(new URL(url, location.origin).search);
  const answer = useSignal<QueueAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  const table = useRef<HTMLTableSectionElement>(null);
  const key = filterText(filter);
  useEffect(() => {
    const mine = new AbortController();
    translationApi.queue(filter, mine.signal).then(
      (found) => {
        answer.value = found;
        trouble.value = null;
      },
      (error: unknown) => {
        if (mine.signal.aborted) return;
        noteEndedSession(error);
        trouble.value = error instanceof Error ? error.message : String(error);
      },
    );
    return () => mine.abort();
  }, [key]);

  // A translator works in one language day after day.
  useEffect(() => {
    const usual = localStorage.getItem(USUAL) ?? "";
    if (!new URL(url, location.origin).search && interfaceLocales.some(({ id }) => id === usual))
      route(`/admin/translations?${filterText({ ...filter, locale: usual })}`, true);
  }, [url]);
  const show = (change: Partial<QueueFilter>) => {
    if (change.locale !== undefined) localStorage.setItem(USUAL, change.locale);
    const query = filterText({ ...filter, page: 1, ...change });
    route(`/admin/translations${query === "" ? "" : `?${query}`}`, true);
  };
  const step = (by: number) => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>("a") ?? [])];
    const now = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.max(0, Math.min(links.length - 1, now + by))]?.focus();
  };
  useShortcuts([
    { keys: "j", about: "translations:shortcuts.nextLine", run: () => step(1) },
    { keys: "k", about: "translations:shortcuts.previousLine", run: () => step(-1) },
  ]);

  return (
    <main id="content" class="page translations">
      <PageTitle>{word("queue.title")}</PageTitle>
      <TranslationTabs here="queue" />
      <form class="filters" aria-label={word("queue.filters")} onSubmit={(event) => event.preventDefault()}>
        <Choice name={word("queue.language")} value={filter.locale} onChoose={(locale) => show({ locale })}>
          <option value="">{word("queue.allLanguages")}</option>
          {interfaceLocales.map(({ id }) => (
            <option key={id} value={id}>
              {languageName(id)}
            </option>
          ))}
        </Choice>
        <Choice name={word("queue.state")} value={filter.state} onChoose={(state) => show({ state })}>
          {QUEUE_STATES.map((state) => (
            <option key={state} value={state}>
              {word(`state.${state}`)}
            </option>
          ))}
        </Choice>
        <Choice name={word("queue.section")} value={filter.section} onChoose={(section) => show({ section })}>
          <option value="">{word("queue.allSections")}</option>
          {SECTIONS.map((section) => (
            <option key={section} value={section}>
              {label("section", section)}
            </option>
          ))}
        </Choice>
        <Choice name={word("queue.office")} value={filter.owner} onChoose={(owner) => show({ owner })}>
          <option value="">{word("queue.allOffices")}</option>
          {owners.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      </form>
      <Trouble text={trouble.value} />
      {answer.value !== null && (
        <>
          <p class="quiet count" role="status">
            {word("queue.count", { count: answer.value.total })}
          </p>
          {answer.value.lines.length === 0 ? (
            <p class="empty">{word("queue.nothing")}</p>
          ) : (
            <table class="postings queue" aria-label={word("queue.title")}>
              <thead>
                <tr>
                  {(["urgency", "language", "posting", "section", "office", "waiting"] as const).map((column) => (
                    <th key={column} scope="col">
                      {word(`queue.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody ref={table}>
                {answer.value.lines.map((line) => (
                  <Line key={`${line.code} ${line.locale}`} line={line} query={key} />
                ))}
              </tbody>
            </table>
          )}
          <TablePages
            page={answer.value.page}
            total={answer.value.total}
            addressOf={(page) => `/admin/translations?${filterText({ ...filter, page })}`}
          />
        </>
      )}
    </main>
  );
}

function Line({ line, query }: { readonly line: QueueLine; readonly query: string }) {
  return (
    <tr>
      <td class={`urgency ${line.urgency}`}>
        {word(`urgency.${line.urgency}`)}
        {line.until !== null && line.urgency !== "draft" && <span class="quiet until">{untilDay(line.until)}</span>}
      </td>
      <td>{languageName(line.locale)}</td>
      <td class="column-title">
        <a href={`/admin/translations/${line.code}/${line.locale}${query === "" ? "" : `?${query}`}`} lang="it">
          {line.title}
        </a>
      </td>
      <td class="column-section">
        <SectionMark section={line.section} />
      </td>
      <td class="column-owner">{line.owner.name}</td>
      <td class="waiting">
        {SHOWN.filter((state) => line.counts[state] > 0).map((state) => (
          <StateMark key={state} state={state} count={line.counts[state]} />
        ))}
        <span class="quiet">{word("queue.words", { count: line.words, number: numberText(line.words) })}</span>
      </td>
    </tr>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: preact.ComponentChildren;
}

function Choice({ name, value, onChoose, children }: ChoiceProps) {
  return (
    <label class="choice">
      <span>{name}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}
