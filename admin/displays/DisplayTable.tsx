// One line a screen: state by sign and word, place, what is painted in which language, when it last told; of one taken back, since when it is so.
// Called by DisplaysPage.
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
              {line.display.revokedAt === null ? (
                <button type="button" class="plain" onClick={() => onOpen(line)}>
                  {line.display.name}
                </button>
              ) : (
                line.display.name
              )}
            </td>
            <td>{line.office.name}</td>
            <td>{showsOf(line)}</td>
            <td class="tabular">{toldAt(line, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toldAt({ display, seen }: DisplayLine, now: Instant): string {
  const at = display.revokedAt ?? seen?.at ?? null;
  if (at === null) return "";
  return now - at < DAY ? hour(at) : dayAndHour(at);
}

/** The last card really painted: its posting and language, as the screen told it. */
export function showsOf({ display, seen, title }: DisplayLine): string {
  if (seen === null || display.revokedAt !== null) return "";
  const { face, locale } = seen.beat;
  if (title !== null) return `${title}${locale === null ? "" : ` (${languageName(locale)})`}`;
  const kind = face.split(" ")[0] ?? "";
  return ["empty", "night", "urgent", "visit", "waiting"].includes(kind) ? displayWord(`face.${kind}`) : "";
}
