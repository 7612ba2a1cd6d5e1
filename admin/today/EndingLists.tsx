// What ends today and tomorrow and what ended by itself, each renewed by one click. Called by TodayPage.
import { useSignal } from "@preact/signals";
import { romeInstant } from "../../server/domain/time.ts";
import type { TodayAnswer, TodayPosting } from "../../server/domain/todayContract.ts";
import { offerUndo } from "../frame/undo.ts";
import { SectionMark } from "../parts/SectionMark.tsx";
import { hour, numberText, shortDay, untilDay } from "../words/formats.ts";
import { deskWord } from "../words/words.ts";
import type { Attempt } from "./TodayPage.tsx";
import { todayApi } from "./todayApi.ts";

/** Lines shown before "show all". */
const FIRST = 6;

interface Props {
  readonly today: TodayAnswer;
  readonly attempt: Attempt;
}

export function EndingLists({ today, attempt }: Props) {
  const { closingToday, closingTomorrow, expired } = today;
  const closing = [
    ...closingToday.postings.map((posting) => ({ posting, when: ends(posting, "Today") })),
    ...closingTomorrow.postings.map((posting) => ({ posting, when: ends(posting, "Tomorrow") })),
  ];
  return (
    <>
      <List name="closing" count={closingToday.total + closingTomorrow.total} lines={closing} attempt={attempt} />
      <List
        name="expired"
        count={expired.total}
        lines={expired.postings.map((posting) => ({
          posting,
          when: deskWord("today.expiredOn", { day: untilDay(posting.until) }),
        }))}
        attempt={attempt}
      />
    </>
  );
}

/** "today", or with its hour where it does not end with the day. */
function ends({ until }: TodayPosting, day: "Today" | "Tomorrow"): string {
  const at = hour(until);
  return at === "00:00" ? deskWord(`today.closes${day}`) : deskWord(`today.closes${day}At`, { hour: at });
}

interface ListProps {
  readonly name: "closing" | "expired";
  readonly count: number;
  readonly lines: readonly { readonly posting: TodayPosting; readonly when: string }[];
  readonly attempt: Attempt;
}

function List({ name, count, lines, attempt }: ListProps) {
  const all = useSignal(false);
  const shown = all.value ? lines : lines.slice(0, FIRST);
  return (
    <section aria-labelledby={`today-${name}`}>
      <h2 id={`today-${name}`}>
        {deskWord(`today.${name}`)} {count > 0 && <span class="today-count">{numberText(count)}</span>}
      </h2>
      {count === 0 && <p class="quiet">{deskWord(`today.${name}None`)}</p>}
      {count > 0 && name === "expired" && <p class="quiet">{deskWord("today.expiredAbout")}</p>}
      {count > 0 && (
        <ul class="today-lines">
          {shown.map(({ posting, when }) => (
            <li key={posting.code}>
              <div class="today-posting">
                <a href={`/admin/postings/${posting.code}`} lang="it">
                  {posting.title}
                </a>
                <p class="quiet">
                  <SectionMark section={posting.section} /> <b>{when}</b> <span>{posting.owner.name}</span>
                </p>
              </div>
              <Renew posting={posting} attempt={attempt} />
            </li>
          ))}
        </ul>
      )}
      {!all.value && lines.length > FIRST && (
        <button type="button" class="plain" onClick={() => (all.value = true)}>
          {deskWord("today.more", { number: numberText(lines.length) })}
        </button>
      )}
    </section>
  );
}

function Renew({ posting, attempt }: { readonly posting: TodayPosting; readonly attempt: Attempt }) {
  const { code, revision, renewTo, title } = posting;
  if (renewTo === null) return <p class="quiet today-byhand">{deskWord("today.byHand")}</p>;
  const day = shortDay(romeInstant(renewTo));
  const renew = () =>
    attempt(async () => {
      const { posting: after } = await todayApi.renew(code, revision);
      offerUndo(deskWord("today.renewed", { day }), () =>
        attempt(() => todayApi.takeRenewalBack(code, after.revision)),
      );
    });
  return (
    <button type="button" aria-label={`${deskWord("today.renew", { day })}: ${title}`} onClick={() => void renew()}>
      {deskWord("today.renew", { day })}
    </button>
  );
}
