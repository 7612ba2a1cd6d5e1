// Today's three lists, a line a sheet or posting, each with its one tick. Large enough for a thumb on the walk. Called by WallPage.
import type { ListedPosting, Reprint, TakeDown } from "../../server/domain/wall.ts";
import { SectionMark } from "../parts/SectionMark.tsx";
import { shortDay } from "../words/formats.ts";
import { wallWord } from "../words/words.ts";
import type { PrintChoice } from "./wallApi.ts";
import { bulletinAddress, printAddress } from "./wallApi.ts";

/** Postings to be hung that are listed at once. */
const LISTED = 40;

export function TakeDownList({
  lines,
  onDone,
}: {
  readonly lines: readonly TakeDown[];
  readonly onDone: (line: TakeDown) => Promise<void>;
}) {
  return (
    <section class="wall-list" aria-labelledby="wall-down">
      <h2 id="wall-down">
        {wallWord("down.title")} ({lines.length})
      </h2>
      {lines.length === 0 && <p class="quiet">{wallWord("down.none")}</p>}
      <ul>
        {lines.map((line) => {
          const { sheet, wall, postings, overdue } = line;
          return (
            <li key={sheet.id}>
              <div>
                {overdue && <b class="wall-late">{wallWord("down.overdue")}</b>} <b>{wall}</b>
                {postings.map((posting) => (
                  <p key={posting.code}>
                    <SectionMark section={posting.section} /> {posting.title} · {posting.code} ·{" "}
                    {posting.closedAt === null
                      ? wallWord("down.gone")
                      : wallWord("down.closed", { date: shortDay(posting.closedAt) })}
                  </p>
                ))}
              </div>
              <Tick said={wallWord("down.done")} about={postings[0]?.title ?? wall} onClick={() => void onDone(line)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface ReprintProps {
  readonly lines: readonly Reprint[];
  readonly office: string;
  readonly choice: PrintChoice;
  readonly onDone: (line: Reprint) => Promise<void>;
}

export function ReprintList({ lines, office, choice, onDone }: ReprintProps) {
  return (
    <section class="wall-list" aria-labelledby="wall-reprint">
      <h2 id="wall-reprint">
        {wallWord("reprint.title")} ({lines.length})
      </h2>
      {lines.length === 0 && <p class="quiet">{wallWord("reprint.none")}</p>}
      <ul>
        {lines.map((line) => {
          const { sheet, wall, postings } = line;
          const as = {
            wall: sheet.wall,
            format: sheet.format === "bulletin" ? choice.format : sheet.format,
            locales: sheet.locales,
          };
          return (
            <li key={sheet.id}>
              <div>
                <b>{wall}</b>
                {postings.map((posting) => (
                  <p key={posting.code}>
                    <SectionMark section={posting.section} /> {posting.title} · {posting.code} ·{" "}
                    {posting.over
                      ? wallWord("reprint.over")
                      : posting.fields.length === 0
                        ? wallWord("reprint.words")
                        : wallWord("reprint.changed", { fields: posting.fields.join(", ") })}
                  </p>
                ))}
              </div>
              <a
                href={
                  sheet.format === "bulletin"
                    ? bulletinAddress(office, sheet, sheet.section ?? null, false)
                    : printAddress(
                        office,
                        as,
                        sheet.entries.map(({ code }) => code),
                      )
                }
                target="_blank"
                rel="noopener"
              >
                {wallWord("print.one")}
              </a>
              <Tick
                said={wallWord("reprint.done")}
                about={postings[0]?.title ?? wall}
                onClick={() => void onDone(line)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface HangProps {
  readonly postings: readonly ListedPosting[];
  readonly office: string;
  readonly choice: PrintChoice;
  readonly onDone: (codes: readonly string[]) => Promise<void>;
}

export function HangList({ postings, office, choice, onDone }: HangProps) {
  const listed = postings.slice(0, LISTED);
  const ready = choice.wall !== "";
  return (
    <section class="wall-list" aria-labelledby="wall-hang">
      <h2 id="wall-hang">
        {wallWord("hang.title")} ({postings.length})
      </h2>
      {postings.length === 0 && <p class="quiet">{wallWord("hang.none")}</p>}
      {ready && postings.length > 1 && (
        <button type="button" onClick={() => void onDone(listed.map(({ code }) => code))}>
          {wallWord("hang.all")}
        </button>
      )}
      <ul>
        {listed.map((posting) => (
          <li key={posting.code}>
            <p>
              <SectionMark section={posting.section} /> {posting.title} · {posting.code}
            </p>
            {ready && (
              <a
                href={printAddress(office, choice, [posting.code])}
                target="_blank"
                rel="noopener"
                aria-label={`${wallWord("print.one")}: ${posting.title}`}
              >
                {wallWord("print.one")}
              </a>
            )}
            {ready && (
              <Tick said={wallWord("hang.done")} about={posting.title} onClick={() => void onDone([posting.code])} />
            )}
          </li>
        ))}
      </ul>
      {postings.length > LISTED && <p class="quiet">{wallWord("hang.more", { count: postings.length - LISTED })}</p>}
    </section>
  );
}

function Tick({ said, about, onClick }: { said: string; about: string; onClick: () => void }) {
  return (
    <button type="button" class="wall-tick" aria-label={`${said}: ${about}`} onClick={onClick}>
      {said}
    </button>
  );
}
