// Rows pasted from a spreadsheet or a file: tried first, every row's fate told, then imported in one go. Shown by Desk at /admin/import.
import type { Signal } from "@preact/signals";
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ImportAnswer, ImportBody } from "../../server/domain/importContract.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { useLongWork } from "../parts/longWork.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { WorkProgress } from "../parts/WorkProgress.tsx";
import { chosenOffice } from "../session/chosenOffice.ts";
import { allowed, noteEndedSession, owners } from "../session/session.ts";
import { importWord as word } from "../words/words.ts";
import { ColumnTable } from "./ColumnTable.tsx";
import { FateTable } from "./FateTable.tsx";
import { Sources } from "./Sources.tsx";
import { toBase64 } from "./toBase64.ts";

const KINDS: readonly ImportBody["kind"][] = [
  "vacancy",
  "eures",
  "mirato_unspecified",
  "art16",
  "public_call",
  "tirocinio",
  "training",
  "event",
  "notice",
];
const FORMATS = ["xlsx", "csv", "json"] as const;

export function ImportPage() {
  const mine = owners.value.filter(({ id }) => allowed("write", id, "vacancy"));
  const office = useSignal(
    (mine.find(({ id }) => id === chosenOffice()) ?? mine.find(({ kind }) => kind === "office") ?? mine[0])?.id ?? "",
  );
  const kind = useSignal<ImportBody["kind"]>("vacancy");
  const source = useSignal(word("usualSource"));
  const file = useSignal<ImportBody["file"] | null>(null);
  const columns = useSignal<Record<string, string | null>>({});
  const publish = useSignal(true);
  const closeMissing = useSignal(false);
  const answer = useSignal<ImportAnswer | null>(null);
  const work = useLongWork();
  const busy = work.progress.value !== null;
  const trouble = useSignal<string | null>(null);
  const result = useRef<HTMLHeadingElement>(null);
  const mayPublish = office.value !== "" && allowed("publish", office.value, "vacancy");
  /** Whatever is changed makes the last trial worthless. */
  const forget = () => {
    answer.value = null;
  };
  const set = <T,>(target: Signal<T>, value: T) => {
    forget();
    target.value = value;
  };
  const send = async (dryRun: boolean) => {
    if (file.value === null) {
      trouble.value = word("nothing");
      return;
    }
    trouble.value = null;
    try {
      const body: ImportBody = {
        ...{
          office: office.value,
          kind: kind.value,
          source: source.value.trim() || word("usualSource"),
          file: file.value,
        },
        ...{
          columns: columns.value,
          publish: publish.value && mayPublish,
          dryRun,
          closeMissing: closeMissing.value && mayPublish,
        },
      };
      answer.value = await work.run<ImportAnswer>("POST", "/imports", body);
      setTimeout(() => result.current?.focus());
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  const choose = async (chosen: File | undefined) => {
    forget();
    if (chosen !== undefined)
      file.value = { how: "file", name: chosen.name, content: toBase64(await chosen.arrayBuffer()) };
  };
  return (
    <main id="content" class="page stack">
      <PageTitle>{word("title")}</PageTitle>
      <p>{word("about")}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send(true);
        }}
      >
        <PlainField label={word("paste")} help={word("pasteHelp")}>
          {(aria) => (
            <textarea
              {...aria}
              rows={8}
              wrap="off"
              spellcheck={false}
              onInput={({ currentTarget: { value } }) => {
                forget();
                file.value = value.trim() === "" ? null : { how: "pasted", text: value };
              }}
            />
          )}
        </PlainField>
        <PlainField label={word("file")} help={word("fileHelp")}>
          {(aria) => (
            <input
              {...aria}
              type="file"
              accept=".csv,.txt,.xlsx,.json,.xml,.pdf"
              onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
            />
          )}
        </PlainField>
        <div class="grid">
          <PlainField label={word("office")} span={4}>
            {(aria) => (
              <select {...aria} value={office.value} onChange={({ currentTarget }) => set(office, currentTarget.value)}>
                {mine.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </PlainField>
          <PlainField label={word("kind")} span={4}>
            {(aria) => (
              <select
                {...aria}
                value={kind.value}
                onChange={({ currentTarget }) =>
                  set(kind, KINDS.find((one) => one === currentTarget.value) ?? "vacancy")
                }
              >
                {KINDS.map((one) => (
                  <option key={one} value={one}>
                    {word(`kinds.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </PlainField>
          <PlainField label={word("source")} help={word("sourceHelp")} span={4}>
            {(aria) => (
              <input
                {...aria}
                type="text"
                value={source.value}
                onInput={({ currentTarget }) => set(source, currentTarget.value)}
              />
            )}
          </PlainField>
        </div>
        {mayPublish && (
          <div class="choice-row">
            <label class="check">
              <input
                type="checkbox"
                checked={publish.value}
                onChange={({ currentTarget }) => set(publish, currentTarget.checked)}
              />
              {word("publish")}
            </label>
            <label class="check">
              <input
                type="checkbox"
                checked={closeMissing.value}
                onChange={({ currentTarget }) => set(closeMissing, currentTarget.checked)}
              />
              {word("closeMissing")}
            </label>
          </div>
        )}
        <Trouble text={trouble.value} />
        <WorkProgress work={work} name={word("title")} />
        <div class="dialog-buttons">
          <button type="submit" class={answer.value?.outcome === "dryRun" ? "plain" : "primary"} disabled={busy}>
            {word(busy ? "busy" : "try")}
          </button>
          {answer.value?.outcome === "dryRun" && (
            <button type="button" class="primary" disabled={busy} onClick={() => void send(false)}>
              {word(publish.value && mayPublish ? "importAndPublish" : "importAsDrafts")}
            </button>
          )}
        </div>
      </form>
      {answer.value !== null && (
        <section class="stack">
          <h2 ref={result} tabIndex={-1}>
            {word(`outcome.${answer.value.outcome}`)}
          </h2>
          {answer.value.outcome !== "done" && (
            <ColumnTable
              headings={answer.value.headings}
              onPick={(written, field) => {
                columns.value = { ...columns.value, [written]: field };
                void send(true);
              }}
            />
          )}
          <FateTable answer={answer.value} />
        </section>
      )}
      <Sources />
      <section class="stack">
        <h2>{word("out")}</h2>
        <p class="dialog-buttons">
          {FORMATS.map((format) => (
            <a key={format} class="button" href={`/api/v1/exports?format=${format}`} download>
              {word("export", { format: format.toUpperCase() })}
            </a>
          ))}
        </p>
      </section>
    </main>
  );
}
