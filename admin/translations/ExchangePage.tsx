// Files for outside translators: take one with you, bring it back, read what became of each segment. Shown at /admin/translations/files.
import { useSignal } from "@preact/signals";
import type { ExchangeFormat } from "../../server/domain/httpTranslation.ts";
import { SOURCE_LOCALE } from "../../server/domain/locale.ts";
import { may } from "../../server/domain/user.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { session } from "../session/session.ts";
import { languageName } from "../words/formats.ts";
import { interfaceLocales, translationWord as word } from "../words/words.ts";
import { TakeFile } from "./TakeFile.tsx";
import { TranslationTabs } from "./TranslationTabs.tsx";
import "./translations.css";

const FORMATS: readonly ExchangeFormat[] = ["xliff12", "xliff21", "csv", "tmx"];

export function ExchangePage() {
  const others = interfaceLocales.filter(({ id }) => id !== SOURCE_LOCALE);
  const locale = useSignal(others[0]?.id ?? "en");
  const format = useSignal<ExchangeFormat>("xliff12");
  const all = useSignal(false);
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
      <TakeFile
        name="back"
        accept=".xlf,.xliff,.tmx,.csv"
        path="/exchange"
        bodyOf={(file, approve) => ({ file, approve })}
      />
      {mayImport && (
        <TakeFile name="foreign" accept=".tmx" path="/memory" bodyOf={(file, human) => ({ file, human })} />
      )}
    </main>
  );
}
