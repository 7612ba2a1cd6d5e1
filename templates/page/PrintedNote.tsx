// The answer to a printed revision, calm and first on the page: nothing has changed since, or what has.
// Called by PostingPage. An unknown revision (a sheet newer than the store) is answered by saying nothing.
import type { Instant } from "../../server/domain/time.ts";
import { romeDay } from "../../server/domain/time.ts";
import { formatsOf } from "../parts/formats.ts";
import type { Words } from "../parts/words.ts";
import type { ChangedFact } from "./changedFacts.ts";
import { LineList } from "./Lines.tsx";

export type Printed =
  | { readonly status: "current" }
  /** `changes` may be empty: wording changed, no fact did. */
  | { readonly status: "changed"; readonly since: Instant; readonly changes: readonly ChangedFact[] };

export function PrintedNote({ printed, words }: { printed: Printed; words: Words }) {
  if (printed.status === "current") return <p class="note">{words.t("page:printed.current")}</p>;
  const date = formatsOf(words.locale).day(romeDay(printed.since), { year: true });
  return (
    <div class="note is-strong">
      <p>{words.t("page:printed.changed", { date })}</p>
      {printed.changes.length > 0 && (
        <dl class="changes">
          {printed.changes.map((change) => (
            <div>
              <dt>{change.label}</dt>
              <dd>
                <Side said={words.t("page:printed.before")} lines={change.before} words={words} />
              </dd>
              <dd class="is-now">
                <Side said={words.t("page:printed.now")} lines={change.after} words={words} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Side({ said, lines, words }: { said: string; lines: ChangedFact["before"]; words: Words }) {
  return (
    <>
      <span class="side">{said}</span>
      {lines.length === 0 ? <p>{words.t("page:printed.nothing")}</p> : <LineList lines={lines} words={words} />}
    </>
  );
}
