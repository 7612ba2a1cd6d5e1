// Automatic drafts for the posting and language one is at: asking for them, how that goes, why a sentence got none. Nothing is shown where no
// service is set up. Called by SheetPage.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { MachineAnswer } from "../../server/domain/machine.ts";
import { useShortcuts } from "../frame/shortcut.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { noteEndedSession, session } from "../session/session.ts";
import { dayAndHour, languageName } from "../words/formats.ts";
import { translationWord as word } from "../words/words.ts";
import { serviceName } from "./serviceName.ts";
import type { SheetEditor } from "./sheetEditor.ts";
import { translationApi } from "./translationApi.ts";

const LOOK = 3000;

export function MachineDrafts({ editor }: { readonly editor: SheetEditor }) {
  return (session.value?.translator ?? null) === null ? null : <Drafts editor={editor} />;
}

function Drafts({ editor }: { readonly editor: SheetEditor }) {
  const { code, locale, lines, mayTranslate } = editor.answer.value;
  const answer = useSignal<MachineAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  const drafted = useRef(0);
  const take = (found: MachineAnswer) => {
    answer.value = found;
    trouble.value = null;
    const mine = found.jobs.find((job) => job.locale === locale);
    // What has come is shown without waiting for the desk's next look.
    if ((mine?.drafted ?? 0) !== drafted.current) void editor.look();
    drafted.current = mine?.drafted ?? 0;
  };
  const tell = (error: unknown) => {
    noteEndedSession(error);
    trouble.value = error instanceof Error ? error.message : String(error);
  };
  const job = answer.value?.jobs.find((one) => one.locale === locale);
  const moving = job?.state === "waiting" || job?.state === "submitted";
  useEffect(() => {
    translationApi.machineOf(code).then(take, tell);
    if (!moving) return;
    const timer = setInterval(() => translationApi.machineOf(code).then(take, tell), LOOK);
    return () => clearInterval(timer);
  }, [code, locale, moving]);

  const missing = lines.some(({ current, given }) => current === null && !given);
  const mayAsk = mayTranslate && answer.value?.allowed === true;
  const ask = (locales?: readonly string[]) => {
    if (mayAsk) void translationApi.askMachine(code, locales).then(take, tell);
  };
  useShortcuts([{ keys: "alt+m", about: "translations:shortcuts.askMachine", run: () => ask([locale]) }]);
  if (answer.value === null) return <Trouble text={trouble.value} />;
  const { allowed, trouble: stopped, provider } = answer.value;
  // Nothing to ask for, nothing under way: the sentences begin further up.
  if (!missing && job === undefined && trouble.value === null) return null;
  return (
    <section class="machine-drafts" aria-labelledby="machine-drafts">
      <h2 id="machine-drafts">{word("machine.drafts")}</h2>
      <Trouble text={trouble.value} />
      {!allowed && <p class="quiet">{word("machine.forbiddenHere")}</p>}
      {allowed && stopped !== null && <p class="notice">{stopped}</p>}
      <div role="status">
        {job !== undefined && (
          <p>
            <strong>{word(`machine.job.${job.state}`)}</strong>{" "}
            {job.drafted > 0 && word("machine.drafted", { count: job.drafted })} {job.sentence ?? ""}
            {job.next !== null && job.next > Date.now() + LOOK && (
              <span class="quiet"> {word("machine.next", { at: dayAndHour(job.next) })}</span>
            )}
          </p>
        )}
        {(job?.refused ?? []).map(({ segment, sentence }) => (
          <p key={segment} class="quiet">
            <q>{lines.find((line) => line.segment === segment)?.source ?? segment}</q> {sentence}
          </p>
        ))}
      </div>
      {mayAsk && missing && !moving && (
        <p class="segment-moves">
          <button type="button" onClick={() => ask([locale])}>
            {word("machine.ask", { language: languageName(locale) })} <kbd>Alt</kbd>+<kbd>M</kbd>
          </button>
          <button type="button" onClick={() => ask()}>
            {word("machine.askAll")}
          </button>
        </p>
      )}
      {mayAsk && missing && <p class="quiet">{word("machine.promise", { service: serviceName(provider ?? "") })}</p>}
    </section>
  );
}
