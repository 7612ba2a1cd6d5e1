// Which fifty of how many, and the way to the others. Called by PostingList.
import { numberText } from "../words/formats.ts";
import { word } from "../words/words.ts";

/** As the server pages (httpContract, PostingsAnswer). */
const PAGE = 50;

interface Props {
  readonly page: number;
  readonly total: number;
  readonly addressOf: (page: number) => string;
}

export function TablePages({ page, total, addressOf }: Props) {
  if (total <= PAGE) return null;
  const last = Math.ceil(total / PAGE);
  const from = (page - 1) * PAGE + 1;
  return (
    <nav class="pages" aria-label={word("list.pages")}>
      {page > 1 && <a href={addressOf(page - 1)}>{word("list.previous")}</a>}
      <span>
        {word("list.range", {
          from: numberText(from),
          to: numberText(Math.min(total, from + PAGE - 1)),
          total: numberText(total),
        })}
      </span>
      {page < last && <a href={addressOf(page + 1)}>{word("list.next")}</a>}
    </nav>
  );
}
