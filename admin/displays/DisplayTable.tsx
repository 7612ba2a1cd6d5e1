// One line a screen: state by sign and word, place, what is painted in which language, when it last told. Called by DisplaysPage.
import type { DisplayLine } from "../../server/domain/displayContract.ts";
import type { Instant } from "../../server/domain/time.ts";
import { dayAndHour, hour, languageName } from "../words/formats.ts";
import { displayWord } from "../words/words.ts";
import { DisplayState } from "./DisplayState.tsx";

const COLUMNS = ["state", "name", "office", "shows", "seen"] as const;
const DAY = 86_400_000;

interface Props {
  readonly lines: readonly DisplayLine[];
  readonly now: Instant;
  readonly onOpen: (line: DisplayLine) => void;
}

export function DisplayTable({ lines, now, onOpen }: Props) {
  return (
    <table class="postings displays" aria-label={displayWord("list.title")}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {displayWord(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.display.id}>
            <td>
              <DisplayState health={line.health} />
              {line.health.causes.map((cause) => (
                <span key={cause} class="quiet display-cause">
                  {displayWord(`cause.${cause}`)}
                </span>
              ))}
            </td>
            <td>
              <button type="button" class="plain" onClick={() => onOpen(line)}>
                {line.display.name}
              </button>
            </td>
            <td>{line.office.name}</td>
            <td>{showsOf(line)}</td>
            <td class="tabular">
              {line.seen === null ? "" : now - line.seen.at < DAY ? hour(line.seen.at) : dayAndHour(line.seen.at)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The last card really painted: its posting and language, as the screen told it. */
export function showsOf({ seen, title }: DisplayLine): string {
  if (seen === null) return "";
  const { face, locale } = seen.beat;
  if (title !== null) return `${title}${locale === null ? "" : ` (${languageName(locale)})`}`;
  const kind = face.split(" ")[0] ?? "";
  return ["empty", "night", "urgent", "waiting"].includes(kind) ? displayWord(`face.${kind}`) : "";
}
