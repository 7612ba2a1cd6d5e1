// Files for outside translators: take one with you, bring it back, read what became of each segment. Shown at /admin/translations/files.
import { useSignal } from "@preact/signals";
import type { ExchangeAnswer, ExchangeFormat } from "../../server/domain/httpTranslation.ts";
import { SOURCE_LOCALE } from "../../server/domain/locale.ts";
import { may } from "../../server/domain/user.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { noteEndedSession, session } from "../session/session.ts";
import { languageName } from "../words/formats.ts";
import { interfaceLocales, translationWord as word } from "../words/words.ts";
import { ExchangeOutcome } from "./ExchangeOutcome.tsx";
import { ForeignMemory } from "./ForeignMemory.tsx";
import { readFile } from "./readFile.ts";
import { TranslationTabs } from "./TranslationTabs.tsx";
import { translationApi } from "./translationApi.ts";
import "./translations.css";

const FORMATS: readonly ExchangeFormat[] = ["xliff12", "xliff21", "csv", "tmx"];

export function ExchangePage() {
  const others = interfaceLocales.filter(({ id }) => id !== SOURCE_LOCALE);
  const locale = useSignal(others[0]?.id ?? "en");
  const format = useSignal<ExchangeFormat>("xliff12");
  const all = useSignal(false);
  const approve = useSignal(false);
  const done = useSignal<ExchangeAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    done.value = null;
    try {
      done.value = await translationApi.takeFile(await readFile(file), approve.peek());
      trouble.value = null;
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  const user = session.value?.user;
  // The memory is the network's.
  const mayImport = user !== undefined && may(user, "translate", "*");
  const address = `/api/v1/exchange?${new URLSearchParams({ format: format.value, locale: locale.value, all: all.value ? "1" : "0" })}`;
  return (
    <main id="content" class="page translations">
      <PageTitle>{word("exchange.title")}</PageTitle>
      <TranslationTabs here="exchange" />
      <section class="stack" aria-labelledby="exchange-out">
        <h2 id="exchange-out">{word("exchange.out")}</h2>
        <p class="quiet">{word("exchange.outAbout")}</p>
        <div class="filters">
          <label class="choice">
            <span>{word("queue.language")}</span>
            <select value={locale.value} onChange={(event) => (locale.value = event.currentTarget.value)}>
              {others.map(({ id }) => (
                <option key={id} value={id}>
                  {languageName(id)}
                </option>
              ))}
            </select>
          </label>
          <label class="choice">
            <span>{word("exchange.format")}</span>
            <select
              value={format.value}
              onChange={(event) => (format.value = event.currentTarget.value as ExchangeFormat)}
            >
              {FORMATS.map((one) => (
                <option key={one} value={one}>
                  {word(`exchange.formats.${one}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label class="check">
          <input type="checkbox" checked={all.value} onChange={(event) => (all.value = event.currentTarget.checked)} />
          {word("exchange.all")}
        </label>
        <p>
          <a class="button primary" href={address} download>
            {word("exchange.download")}
          </a>
        </p>
      </section>
      <section class="stack" aria-labelledby="exchange-back">
        <h2 id="exchange-back">{word("exchange.back")}</h2>
        <p class="quiet">{word("exchange.backAbout")}</p>
        <label class="check">
          <input
            type="checkbox"
            checked={approve.value}
            onChange={(event) => (approve.value = event.currentTarget.checked)}
          />
          {word("exchange.approve")}
        </label>
        <label class="choice">
          <span>{word("exchange.file")}</span>
          <input
            type="file"
            accept=".xlf,.xliff,.tmx,.csv"
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              // The same file may be chosen again after it was corrected.
              event.currentTarget.value = "";
            }}
          />
        </label>
        <Trouble text={trouble.value} />
        <ExchangeOutcome done={done.value} said="exchange.done" />
      </section>
      {mayImport && <ForeignMemory />}
    </main>
  );
}
