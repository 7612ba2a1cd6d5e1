// One line a posting; on a phone each line becomes a small block (style/list.css). Called by PostingList.
import { useMemo } from "preact/hooks";
import type { PostingSummary } from "../../server/domain/httpContract.ts";
import { LanguageMarks } from "../parts/LanguageMarks.tsx";
import { SectionMark } from "../parts/SectionMark.tsx";
import { StateBadge } from "../parts/StateBadge.tsx";
import { untilDay } from "../words/formats.ts";
import { spokenLocale, word } from "../words/words.ts";

const COLUMNS = ["section", "title", "where", "owner", "until", "state", "languages"] as const;

export function PostingTable({
  postings,
  busy,
}: {
  readonly postings: readonly PostingSummary[];
  readonly busy: boolean;
}) {
  // Fifty lines are drawn anew only for another answer or language, not for every letter on its way to the server.
  const lines = useMemo(
    () => postings.map((posting) => <Line key={posting.code} posting={posting} />),
    [postings, spokenLocale().id],
  );
  return (
    <table class="postings" aria-label={word("list.heading")} aria-busy={busy}>
      <thead>
        <tr>
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

function Line({ posting }: { readonly posting: PostingSummary }) {
  return (
    <tr class={posting.state}>
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
