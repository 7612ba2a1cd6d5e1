// The log of every change: searched, exported, its chain verified. Shown by Desk at /admin/log.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AuditLine, ChainAnswer } from "../../server/domain/auditContract.ts";
import { api } from "../api.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { dayAndHour } from "../words/formats.ts";
import { auditWord as word } from "../words/words.ts";
import { AuditFacts } from "./AuditFacts.tsx";
import { sentenceOf } from "./sentenceOf.ts";

export function AuditPage() {
  const q = useSignal("");
  const lines = useSignal<readonly AuditLine[]>([]);
  const next = useSignal<number | null>(null);
  const chain = useSignal<ChainAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      trouble.value = null;
    } catch (error) {
      trouble.value = sentenceOf(error);
    }
  };
  const read = (before: number | null) =>
    attempt(async () => {
      const answer = await api.audit(q.value, before);
      lines.value = before === null ? answer.lines : [...lines.value, ...answer.lines];
      next.value = answer.next;
    });
  const verify = () =>
    attempt(async () => {
      chain.value = await api.auditChain();
    });
  useEffect(() => void read(null), []);
  return (
    <main id="content" class="page stack">
      <PageTitle>{word("title")}</PageTitle>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void read(null);
        }}
      >
        <PlainField label={word("search")} help={word("searchHelp")}>
          {(aria) => (
            <input
              {...aria}
              type="search"
              value={q.value}
              onInput={({ currentTarget }) => (q.value = currentTarget.value)}
            />
          )}
        </PlainField>
        <div class="dialog-buttons">
          <button type="submit" class="primary">
            {word("find")}
          </button>
          <a class="button" href={`/api/v1/audit?${new URLSearchParams({ format: "csv", q: q.value })}`} download>
            {word("export")}
          </a>
          <button type="button" onClick={() => void verify()}>
            {word("verify")}
          </button>
        </div>
      </form>
      <p role="status">
        {chain.value !== null &&
          (chain.value.broken === null
            ? word("holds", { revision: chain.value.revision })
            : word("broken", { revision: chain.value.broken }))}
      </p>
      <Trouble text={trouble.value} />
      <section class="table-scroll" aria-label={word("title")}>
        <table class="figures audit">
          <thead>
            <tr>
              <th scope="col">{word("when")}</th>
              <th scope="col">{word("who")}</th>
              <th scope="col">{word("what")}</th>
              <th scope="col">{word("about")}</th>
              <th scope="col">{word("facts")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.value.map(({ revision, index, at, actor, verb, subject, facts }) => (
              <tr key={`${revision}.${index}`}>
                <td>{dayAndHour(at)}</td>
                <td>{actor}</td>
                <td>
                  {word(`verb.${verb}`)} <code class="quiet">{verb}</code>
                </td>
                <td>{verb.startsWith("posting.") ? <a href={`/admin/postings/${subject}`}>{subject}</a> : subject}</td>
                <td>
                  <AuditFacts facts={facts} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {next.value !== null && (
        <button type="button" onClick={() => void read(next.value)}>
          {word("older")}
        </button>
      )}
    </main>
  );
}
