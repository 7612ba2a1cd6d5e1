// Automatic drafts as a whole: whether a service is set up, what it does now, the month's budget, the queue with the reason of every failure,
// and which offices let their texts go there. Shown at /admin/translations/machine.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { MachineJobLine, MachineOverview } from "../../server/domain/machine.ts";
import { mayAnywhere } from "../../server/domain/user.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { allowed, noteEndedSession, owners, session } from "../session/session.ts";
import { dayAndHour, hour, languageName, numberText } from "../words/formats.ts";
import { translationWord as word } from "../words/words.ts";
import { serviceName } from "./serviceName.ts";
import { TranslationTabs } from "./TranslationTabs.tsx";
import { translationApi } from "./translationApi.ts";
import "./translations.css";

/** The queue moves by itself. */
const LOOK = 5000;

export function MachinePage() {
  const overview = useSignal<MachineOverview | null>(null);
  const trouble = useSignal<string | null>(null);
  const tell = (error: unknown) => {
    noteEndedSession(error);
    trouble.value = error instanceof Error ? error.message : String(error);
  };
  const load = () =>
    translationApi.machineOverview().then((found) => {
      overview.value = found;
      trouble.value = null;
    }, tell);
  useEffect(() => {
    void load();
    const timer = setInterval(() => void load(), LOOK);
    return () => clearInterval(timer);
  }, []);
  const found = overview.value;
  return (
    <main id="content" class="page translations">
      <PageTitle>{word("machine.title")}</PageTitle>
      <TranslationTabs here="machine" />
      <Trouble text={trouble.value} />
      <p class="quiet">{word("machine.about")}</p>
      {found !== null && <State found={found} onAgain={() => translationApi.machineAgain().then(load, tell)} />}
      {found !== null && found.provider !== null && (
        <>
          <Queue
            jobs={found.jobs}
            onAgain={(job) => translationApi.askMachine(job.code, [job.locale]).then(load, tell)}
          />
          <Offices found={found} onAllow={(id, on) => translationApi.allowMachine(id, on).then(load, tell)} />
        </>
      )}
    </main>
  );
}

function State({ found, onAgain }: { readonly found: MachineOverview; readonly onAgain: () => Promise<void> }) {
  const { provider, state, sentence, pausedUntil, month } = found;
  const mayTry = session.value && mayAnywhere(session.value.user, "administerNetwork");
  return (
    <section class="stack" aria-labelledby="machine-state">
      <h2 id="machine-state">{word("machine.service")}</h2>
      <p role="status" class={state === "stopped" ? "notice trouble" : "notice"}>
        <strong>{word(`machine.state.${state}`, { service: serviceName(provider ?? "") })}</strong> {sentence ?? ""}
        {pausedUntil !== null && ` ${word("machine.until", { hour: hour(pausedUntil) })}`}
      </p>
      {state === "off" && mayTry && (
        <p>
          {word("machine.howTo")} <code>TRANSLATOR</code>, <code>TRANSLATOR_URL</code>, <code>TRANSLATOR_KEY</code>,{" "}
          <code>TRANSLATOR_BUDGET</code>
        </p>
      )}
      {provider !== null && (
        <p>
          {month.limit === null
            ? word("machine.spent", { used: numberText(month.used) })
            : word("machine.budget", { used: numberText(month.used), limit: numberText(month.limit) })}{" "}
          {month.limit !== null && (
            <meter
              min={0}
              max={month.limit}
              high={month.limit * 0.9}
              value={month.used}
              aria-label={word("machine.budgetName")}
            />
          )}
        </p>
      )}
      {mayTry && (state === "stopped" || state === "paused") && (
        <p>
          <button type="button" onClick={() => void onAgain()}>
            {word("machine.tryNow")}
          </button>
        </p>
      )}
    </section>
  );
}

function Queue(props: {
  readonly jobs: readonly MachineJobLine[];
  readonly onAgain: (job: MachineJobLine) => Promise<void>;
}) {
  const { jobs, onAgain } = props;
  return (
    <section aria-labelledby="machine-queue">
      <h2 id="machine-queue">{word("machine.queue")}</h2>
      {jobs.length === 0 ? (
        <p class="quiet">{word("machine.nothing")}</p>
      ) : (
        <table class="postings machine-queue" aria-labelledby="machine-queue">
          <thead>
            <tr>
              {(["posting", "language", "office"] as const).map((column) => (
                <th key={column} scope="col">
                  {word(`queue.${column}`)}
                </th>
              ))}
              <th scope="col">{word("machine.how")}</th>
              <th scope="col">
                <span class="unseen">{word("machine.askAgain")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr key={`${job.code} ${job.locale}`}>
                <td class="column-title">
                  <a href={`/admin/translations/${job.code}/${job.locale}`} lang="it">
                    {job.title}
                  </a>
                </td>
                <td>{languageName(job.locale)}</td>
                <td class="column-owner">{job.owner}</td>
                <td>
                  <strong>{word(`machine.job.${job.state}`)}</strong> {job.sentence ?? ""}
                  {job.next !== null && job.next > Date.now() && (
                    <span class="quiet"> {word("machine.next", { at: dayAndHour(job.next) })}</span>
                  )}
                </td>
                <td>
                  {job.state === "failed" && (
                    <button type="button" class="plain" onClick={() => void onAgain(job)}>
                      {word("machine.askAgain")}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Offices(props: {
  readonly found: MachineOverview;
  readonly onAllow: (owner: string, on: boolean) => Promise<void>;
}) {
  const { found, onAllow } = props;
  const mine = owners.value.filter(({ kind, id }) => kind !== "network" && allowed("read", id));
  return (
    <fieldset class="policy machine-offices">
      <legend>{word("machine.offices")}</legend>
      <p class="quiet">{word("machine.officesAbout")}</p>
      <div>
        {mine.map(({ id, name }) => (
          <label key={id} class="check">
            <input
              type="checkbox"
              checked={!found.forbidding.includes(id)}
              disabled={!allowed("administer", id)}
              onChange={(event) => void onAllow(id, event.currentTarget.checked)}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
