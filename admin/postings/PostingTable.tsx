// One line a posting; on a phone each line becomes a small block (style/list.css). Called by PostingList.
import type { Signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { PostingSummary } from "../../server/domain/httpContract.ts";
import { LanguageMarks } from "../parts/LanguageMarks.tsx";
import { SectionMark } from "../parts/SectionMark.tsx";
import { StateBadge } from "../parts/StateBadge.tsx";
import { untilDay } from "../words/formats.ts";
import { spokenLocale, word } from "../words/words.ts";

export type Chosen = Signal<ReadonlyMap<string, PostingSummary>>;

const COLUMNS = ["section", "title", "where", "owner", "until", "state", "languages"] as const;

export function PostingTable({
  postings,
  busy,
  chosen,
}: {
  readonly postings: readonly PostingSummary[];
  readonly busy: boolean;
  /** Chosen for a change of many; null where the person may change none. */
  readonly chosen: Chosen | null;
}) {
  // Fifty lines are drawn anew only for another answer or language, not for every letter on its way to the server; and each place keeps its
  // line for whichever posting stands there next: to make and drop fifty lines costs twice what changing their words does.
  const lines = useMemo(
    () => postings.map((posting, place) => <Line key={place} posting={posting} chosen={chosen} />),
    [postings, chosen, spokenLocale().id],
  );
  return (
    <table class="postings list" aria-label={word("list.heading")} aria-busy={busy}>
      <thead>
        <tr>
          {chosen !== null && (
            <th scope="col" class="column-choose">
              <ChooseAll postings={postings} chosen={chosen} />
            </th>
          )}
          {COLUMNS.map((column) => (
            <th key={column} scope="col" class={`column-${column}`}>
              {word(`list.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{lines}</tbody>
    </table>
  );
}

function ChooseAll({ postings, chosen }: { readonly postings: readonly PostingSummary[]; readonly chosen: Chosen }) {
  return (
    <input
      type="checkbox"
      aria-label={word("bulk.selectAll")}
      title={word("bulk.selectAll")}
      checked={postings.every(({ code }) => chosen.value.has(code))}
      onChange={({ currentTarget: { checked } }) => {
        const next = new Map(chosen.peek());
        for (const posting of postings) checked ? next.set(posting.code, posting) : next.delete(posting.code);
        chosen.value = next;
      }}
    />
  );
}

/** Reads the choice itself, so that choosing draws one box anew and not fifty lines. */
function Choose({ posting, chosen }: { readonly posting: PostingSummary; readonly chosen: Chosen }) {
  return (
    <input
      type="checkbox"
      aria-label={word("bulk.select", { title: posting.title })}
      checked={chosen.value.has(posting.code)}
      onChange={({ currentTarget: { checked } }) => {
        const next = new Map(chosen.peek());
        if (checked) next.set(posting.code, posting);
        else next.delete(posting.code);
        chosen.value = next;
      }}
    />
  );
}

function Line({ posting, chosen }: { readonly posting: PostingSummary; readonly chosen: Chosen | null }) {
  return (
    <tr class={posting.state}>
      {chosen !== null && (
        <td class="column-choose">
          <Choose posting={posting} chosen={chosen} />
        </td>
      )}
      <td class="column-section">
        <SectionMark section={posting.section} />
      </td>
      <td class="column-title">
        <a href={`/admin/postings/${posting.code}`}>{posting.title}</a>
        {posting.demonstration && <span class="tag">{word("demonstration.tag")}</span>}
      </td>
      <td class="column-where">{posting.where}</td>
      <td class="column-owner">{posting.owner.name}</td>
      <td class="column-until">{posting.until !== null && untilDay(posting.until)}</td>
      <td class="column-state">
        <StateBadge state={posting.state} edited={posting.edited} />
      </td>
      <td class="column-languages">
        <LanguageMarks marks={posting.marks} />
      </td>
    </tr>
  );
}
