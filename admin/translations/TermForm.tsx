// Adds a term to the glossary. Forms are parted by commas; a star stands for any ending. Called by GlossaryPage.
import { useSignal } from "@preact/signals";
import { SOURCE_LOCALE } from "../../server/domain/locale.ts";
import type { TermBody, TermKind } from "../../server/domain/term.ts";
import { owners, session } from "../session/session.ts";
import { languageName } from "../words/formats.ts";
import { interfaceLocales, translationWord as word } from "../words/words.ts";

const KINDS: readonly TermKind[] = ["required", "forbidden", "untranslatable"];

export function TermForm({ onSave }: { readonly onSave: (body: TermBody & { owner: string }) => Promise<void> }) {
  const everywhere = session.value?.user.grants.some(({ on }) => on === "*") === true;
  const kind = useSignal<TermKind>("required");
  const owner = useSignal(everywhere ? "*" : (owners.value[0]?.id ?? ""));
  const texts = useSignal<Record<string, string>>({});
  const others = interfaceLocales.filter(({ id }) => id !== SOURCE_LOCALE);
  const listed = (locale: string) =>
    (texts.value[locale] ?? "")
      .split(",")
      .map((form) => form.trim())
      .filter((form) => form !== "");
  const sound =
    listed(SOURCE_LOCALE).length > 0 || (kind.value === "forbidden" && others.some(({ id }) => listed(id).length > 0));
  const save = async (event: Event) => {
    event.preventDefault();
    const forms = Object.fromEntries(
      others.map(({ id }) => [id, listed(id)] as const).filter(([, list]) => list.length > 0),
    );
    await onSave({
      kind: kind.value,
      owner: owner.value,
      source: listed(SOURCE_LOCALE),
      forms: kind.value === "untranslatable" ? {} : forms,
      note: null,
    });
    texts.value = {};
  };
  return (
    <form class="term-form" aria-label={word("glossary.add")} onSubmit={(event) => void save(event)}>
      <label class="choice">
        <span>{word("glossary.kindName")}</span>
        <select value={kind.value} onChange={(event) => (kind.value = event.currentTarget.value as TermKind)}>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {word(`glossary.kind.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {[{ id: SOURCE_LOCALE }, ...(kind.value === "untranslatable" ? [] : others)].map(({ id }) => (
        <label key={id} class="choice">
          <span>{languageName(id)}</span>
          <input
            lang={id}
            value={texts.value[id] ?? ""}
            onInput={(event) => (texts.value = { ...texts.peek(), [id]: event.currentTarget.value })}
          />
        </label>
      ))}
      <label class="choice">
        <span>{word("glossary.owner")}</span>
        <select value={owner.value} onChange={(event) => (owner.value = event.currentTarget.value)}>
          {everywhere && <option value="*">{word("glossary.network")}</option>}
          {owners.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="primary" disabled={!sound}>
        {word("glossary.add")}
      </button>
    </form>
  );
}
