// One line a posting. Roles are written out because on a phone the lines are laid out as blocks, which would take the table away
// from screen readers. Called by PostingList.
import type { PostingSummary } from "../../server/domain/httpContract.ts";
import { LanguageMarks } from "../parts/LanguageMarks.tsx";
import { SectionMark } from "../parts/SectionMark.tsx";
import { StateBadge } from "../parts/StateBadge.tsx";
import { untilDay } from "../words/formats.ts";
import { word } from "../words/words.ts";

const COLUMNS = ["section", "title", "where", "owner", "until", "state", "languages"] as const;

export function PostingTable({ postings, busy }: { readonly postings: readonly PostingSummary[]; readonly busy: boolean }) {
  return (
    <table class="postings" role="table" aria-label={word("list.title")} aria-busy={busy}>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col" class={`column-${column}`}>
              {word(`list.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {postings.map((posting) => (
          <tr key={posting.code} role="row" class={posting.state}>
            <td role="cell" class="column-section">
              <SectionMark section={posting.section} />
            </td>
            <td role="cell" class="column-title">
              <a href={`/admin/postings/${posting.code}`}>{posting.title}</a>
              {posting.demonstration && <span class="tag">{word("demonstration.tag")}</span>}
            </td>
            <td role="cell" class="column-where">
              {posting.where}
            </td>
            <td role="cell" class="column-owner">
              {posting.owner.name}
            </td>
            <td role="cell" class="column-until">
              {posting.until !== null && untilDay(posting.until)}
            </td>
            <td role="cell" class="column-state">
              <StateBadge state={posting.state} edited={posting.edited} />
            </td>
            <td role="cell" class="column-languages">
              <LanguageMarks marks={posting.marks} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
