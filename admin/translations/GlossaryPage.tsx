// The glossary, and what the memory holds: adding and removing terms, finding and removing entries with the postings that used them.
// Shown at /admin/translations/glossary.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { MemoryListAnswer } from "../../server/domain/httpTranslation.ts";
import { SOURCE_LOCALE } from "../../server/domain/locale.ts";
import type { Term } from "../../server/domain/term.ts";
import { mayAnywhere } from "../../server/domain/user.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { offerUndo } from "../frame/undo.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { allowed, noteEndedSession, ownerOf, session } from "../session/session.ts";
import { languageName, shortDay } from "../words/formats.ts";
import { interfaceLocales, translationWord as word } from "../words/words.ts";
import { actorName } from "./actorName.ts";
import { TermForm } from "./TermForm.tsx";
import { TranslationTabs } from "./TranslationTabs.tsx";
import { translationApi } from "./translationApi.ts";
import "./translations.css";

export function GlossaryPage() {
  const terms = useSignal<readonly Term[]>([]);
  const trouble = useSignal<string | null>(null);
  const tell = (error: unknown) => {
    noteEndedSession(error);
    trouble.value = error instanceof Error ? error.message : String(error);
  };
  const load = () =>
    translationApi.terms().then((found) => {
      terms.value = found.terms;
    }, tell);
  useEffect(() => void load(), []);
  const remove = async (term: Term) => {
    try {
      await translationApi.removeTerm(term.id);
      const { id: _, ...body } = term;
      offerUndo(word("glossary.removed"), () => translationApi.addTerm(body).then(load, tell));
      await load();
    } catch (error) {
      tell(error);
    }
  };
  const others = interfaceLocales.filter(({ id }) => id !== SOURCE_LOCALE);
  const mayChange = (owner: string) =>
    owner === "*"
      ? session.value?.user.grants.some(({ on }) => on === "*") === true
      : owner !== "law" && allowed("translate", owner);
  return (
    <main id="content" class="page translations">
      <PageTitle>{word("glossary.title")}</PageTitle>
      <TranslationTabs here="glossary" />
      <Trouble text={trouble.value} />
      <p class="quiet">{word("glossary.about")}</p>
      {session.value && mayAnywhere(session.value.user, "translate") && (
        <TermForm onSave={(body) => translationApi.addTerm(body).then(load, tell)} />
      )}
      <table class="postings glossary" aria-label={word("glossary.title")}>
        <thead>
          <tr>
            <th scope="col">{languageName(SOURCE_LOCALE)}</th>
            <th scope="col">{word("glossary.kindName")}</th>
            {others.map(({ id }) => (
              <th key={id} scope="col">
                {languageName(id)}
              </th>
            ))}
            <th scope="col">{word("glossary.owner")}</th>
            <th scope="col">
              <span class="unseen">{word("glossary.remove")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {terms.value.map((term) => (
            <tr key={term.id}>
              <th scope="row" lang={SOURCE_LOCALE}>
                {term.source.join(", ") || word("glossary.anywhere")}
              </th>
              <td>{word(`glossary.kind.${term.kind}`)}</td>
              {others.map(({ id }) => (
                <td key={id} lang={id}>
                  {(term.forms[id] ?? []).join(", ")}
                </td>
              ))}
              <td>
                {term.owner === "law"
                  ? word("glossary.law")
                  : term.owner === "*"
                    ? word("glossary.network")
                    : (ownerOf(term.owner)?.name ?? term.owner)}
              </td>
              <td>
                {mayChange(term.owner) && (
                  <button type="button" class="plain" onClick={() => void remove(term)}>
                    {word("glossary.remove")}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {session.value && mayAnywhere(session.value.user, "translate") && <Memory tell={tell} />}
    </main>
  );
}

function Memory({ tell }: { readonly tell: (error: unknown) => void }) {
  const asked = useSignal("");
  const found = useSignal<MemoryListAnswer | null>(null);
  const look = () =>
    translationApi.memoryList(asked.peek()).then((list) => {
      found.value = list;
    }, tell);
  useEffect(() => {
    const timer = setTimeout(() => void look(), 300);
    return () => clearTimeout(timer);
  }, [asked.value]);
  const remove = async (id: string) => {
    try {
      const { uses } = await translationApi.removeMemory(id);
      const codes = uses.map(({ code }) => code).join(", ") || "–";
      offerUndo(word("memory.removed", { count: uses.length, codes }), () =>
        translationApi.putMemoryBack(id).then(look, tell),
      );
      await look();
    } catch (error) {
      tell(error);
    }
  };
  return (
    <section aria-labelledby="memory-title">
      <h2 id="memory-title">{word("memory.title")}</h2>
      <p class="quiet">{found.value !== null && word("memory.size", { count: found.value.total })}</p>
      <label class="choice">
        <span>{word("memory.search")}</span>
        <input type="search" value={asked.value} onInput={(event) => (asked.value = event.currentTarget.value)} />
      </label>
      <ul class="memory-list">
        {found.value?.entries.map((entry) => (
          <li key={entry.id}>
            <p lang={entry.from}>{entry.source}</p>
            <p lang={entry.to}>{entry.target}</p>
            <p class="quiet">
              {word("memory.about", {
                language: languageName(entry.to),
                reviewer: actorName(entry.reviewer),
                day: shortDay(entry.at),
                count: entry.uses,
              })}{" "}
              <button type="button" class="plain" onClick={() => void remove(entry.id)}>
                {word("memory.remove")}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
