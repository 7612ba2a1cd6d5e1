// What comes in by itself, how it last did, and whether mail goes out. Nothing is shown where nothing of it is set up. Called by ImportPage.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SourcesAnswer } from "../../server/domain/sourceContract.ts";
import { call } from "../api.ts";
import { committed } from "../frame/live.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { noteEndedSession, ownerOf } from "../session/session.ts";
import { dayAndHour } from "../words/formats.ts";
import { importWord as word } from "../words/words.ts";

/** Told apart without colour. */
const SIGN = { done: "●", unchanged: "●", refused: "×", unreachable: "○" } as const;

export function Sources() {
  const answer = useSignal<SourcesAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    call<SourcesAnswer>("GET", "/sources").then(
      (found) => {
        answer.value = found;
        trouble.value = null;
      },
      (error: unknown) => {
        noteEndedSession(error);
        trouble.value = error instanceof Error ? error.message : String(error);
      },
    );
  }, [committed.value]);
  if (answer.value === null) return <Trouble text={trouble.value} />;
  const { sources, mail, publish, everyMinutes } = answer.value;
  return (
    <section class="stack sources" aria-labelledby="sources">
      <h2 id="sources">{word("sources.title")}</h2>
      <Trouble text={trouble.value} />
      <p class="quiet">
        {sources.length === 0
          ? word("sources.none")
          : word(publish ? "sources.aboutPublished" : "sources.aboutDrafts", { minutes: everyMinutes })}
      </p>
      {sources.length > 0 && (
        <table class="postings" aria-labelledby="sources">
          <thead>
            <tr>
              <th scope="col">{word("sources.source")}</th>
              <th scope="col">{word("office")}</th>
              <th scope="col">{word("sources.last")}</th>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ kind, office, name, last }) => (
              <tr key={`${kind} ${name}`}>
                <td>
                  {word(`sources.${kind}`)} <b>{name}</b>
                </td>
                <td lang="it">{ownerOf(office)?.name ?? office}</td>
                <td>
                  {last === null ? (
                    word("sources.never")
                  ) : (
                    <>
                      <span aria-hidden="true">{SIGN[last.outcome]}</span> {word(`sources.outcome.${last.outcome}`)},{" "}
                      <span class="tabular">{dayAndHour(last.at)}</span>
                      {last.file !== "" && <span class="quiet"> · {last.file}</span>}
                      {last.outcome === "refused" && last.lines.length > 0 && (
                        <details>
                          <summary>{word("sources.why")}</summary>
                          <ul lang="it">
                            {last.lines.map((line, n) => (
                              <li key={n}>{line}</li>
                            ))}
                          </ul>
                        </details>
                      )}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        {word("sources.mail")}:{" "}
        {mail === null
          ? word("sources.mailNone")
          : mail.failedAt !== null
            ? word("sources.mailFails", { when: dayAndHour(mail.failedAt) })
            : mail.sentAt !== null
              ? word("sources.mailSent", { when: dayAndHour(mail.sentAt) })
              : word("sources.mailReady")}
      </p>
    </section>
  );
}
