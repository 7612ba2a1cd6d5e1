// How the languages stand, and what nobody had to translate. With the network's choice of what the public may see. Shown at /admin/translations/numbers.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { NumbersAnswer, Tally } from "../../server/domain/httpTranslation.ts";
import type { TranslationPolicy } from "../../server/domain/translation.ts";
import type { LineCount } from "../../server/domain/translationSheet.ts";
import { mayAnywhere } from "../../server/domain/user.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { SectionMark } from "../parts/SectionMark.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { noteEndedSession, session } from "../session/session.ts";
import { languageName, numberText, shortDay } from "../words/formats.ts";
import { translationWord as word } from "../words/words.ts";
import { StateMark } from "./StateMark.tsx";
import { TranslationTabs } from "./TranslationTabs.tsx";
import { translationApi } from "./translationApi.ts";
import "./translations.css";

const COLUMNS: readonly LineCount[] = ["approved", "review", "draft", "machine", "stale", "missing"];

export function NumbersPage() {
  const numbers = useSignal<NumbersAnswer | null>(null);
  const policy = useSignal<TranslationPolicy | null>(null);
  const trouble = useSignal<string | null>(null);
  const tell = (error: unknown) => {
    noteEndedSession(error);
    trouble.value = error instanceof Error ? error.message : String(error);
  };
  useEffect(() => {
    translationApi.numbers().then((found) => (numbers.value = found), tell);
    translationApi.rules("*").then((rules) => (policy.value = rules.policy), tell);
  }, []);
  const found = numbers.value;
  const share =
    found === null || found.words.all === 0 ? 0 : Math.round((100 * found.words.structured) / found.words.all);
  return (
    <main id="content" class="page translations">
      <PageTitle>{word("numbers.title")}</PageTitle>
      <TranslationTabs here="numbers" />
      <Trouble text={trouble.value} />
      {found !== null && (
        <>
          <p>
            {word("numbers.structure", {
              share,
              words: numberText(found.words.structured),
              all: numberText(found.words.all),
            })}{" "}
            {word("numbers.memory", {
              entries: numberText(found.memory.entries),
              words: numberText(found.byLocale.reduce((sum, { memoryWords }) => sum + memoryWords, 0)),
            })}
          </p>
          <Table
            title={word("numbers.byLanguage")}
            rows={found.byLocale.map(({ locale, tally }) => ({ key: locale, name: languageName(locale), tally }))}
          />
          <Table
            title={word("numbers.bySection")}
            rows={found.bySection.map(({ locale, section, tally }) => ({
              key: `${locale} ${section}`,
              name: (
                <>
                  {languageName(locale)} · <SectionMark section={section} />
                </>
              ),
              tally,
            }))}
          />
          <Table
            title={word("numbers.byOffice")}
            rows={found.byOwner.map(({ locale, owner, name, tally }) => ({
              key: `${locale} ${owner}`,
              name: `${languageName(locale)} · ${name}`,
              tally,
            }))}
          />
        </>
      )}
      {policy.value !== null && session.value && mayAnywhere(session.value.user, "administerNetwork") && (
        <Policy
          policy={policy.value}
          onChange={(next) => {
            translationApi.setPolicy(next).then((set) => (policy.value = set), tell);
          }}
        />
      )}
    </main>
  );
}

interface Row {
  readonly key: string;
  readonly name: preact.ComponentChildren;
  readonly tally: Tally;
}

function Table({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  const name = title;
  return (
    <div class="table-scroll">
      <table class="figures">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" class="number">
                <StateMark state={column} />
              </th>
            ))}
            <th scope="col" class="number">
              {word("numbers.words")}
            </th>
            <th scope="col">{word("numbers.oldest")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name: about, tally }) => (
            <tr key={key}>
              <th scope="row">{about}</th>
              {COLUMNS.map((column) => (
                <td key={column} class="number">
                  {numberText(tally.segments[column])}
                </td>
              ))}
              <td class="number">
                {numberText(
                  COLUMNS.filter((one) => one !== "approved").reduce((sum, one) => sum + tally.words[one], 0),
                )}
              </td>
              <td>{tally.oldest === null ? "–" : shortDay(tally.oldest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Policy({
  policy,
  onChange,
}: {
  readonly policy: TranslationPolicy;
  readonly onChange: (next: TranslationPolicy) => void;
}) {
  return (
    <fieldset class="policy">
      <legend>{word("policy.title")}</legend>
      {(["showMachine", "showStale", "fourEyes"] as const).map((name) => (
        <label key={name} class="check">
          <input
            type="checkbox"
            checked={policy[name]}
            onChange={(event) => onChange({ ...policy, [name]: event.currentTarget.checked })}
          />
          {word(`policy.${name}`)}
        </label>
      ))}
    </fieldset>
  );
}
