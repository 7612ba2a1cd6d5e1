// The four facts at most that a card shows, in order of weight. Apart from factsOf, so that a display that is never touched carries only these.
// Called by card, lists and slips. Pass `now: null` on paper, which must not say "today".
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Section } from "../../server/domain/section.ts";
import type { Instant } from "../../server/domain/time.ts";
import { describeCall, describeCourse, describeVenue } from "./describeCall.ts";
import { describeContractAndHours, describeEmployer, describePositions } from "./describeJob.ts";
import { describePay } from "./describePay.ts";
import { describePlace } from "./describePlace.ts";
import { describeEventDays, describeUntil } from "./describeWhen.ts";
import type { Fact } from "./fact.ts";
import type { Describe } from "./telling.ts";
import { tell, tellingOf } from "./telling.ts";
import type { Words } from "./words.ts";

const WORK: readonly Describe[] = [describePlace, describeContractAndHours, describePay, describeUntil];

/** In order of weight: the first four that a posting has. What is not stated gives way to what is. */
const CARD: Readonly<Record<Section, readonly Describe[]>> = {
  vacancy: [...WORK, describePositions],
  eures: [...WORK, describePositions],
  targeted: [...WORK, describePositions],
  selection: [describePlace, describeContractAndHours, describeUntil, describePositions, describeCall, describePay],
  training: [
    describeEventDays,
    describePlace,
    describeContractAndHours,
    describePay,
    describeUntil,
    describeCourse,
    describePositions,
  ],
  event: [describeEventDays, describeVenue, describePlace, describePositions, describeUntil, describeEmployer],
  notice: [describeEventDays, describePlace, describeVenue, describeUntil],
};

/** Facts a card has room for. */
export const CARD_FACTS = 4;

/** Pay and deadline are said even when they are not stated: their absence is itself worth knowing. */
const ALWAYS = ["pay", "until"];

export function cardFacts(posting: PublicPosting, words: Words, now: Instant | null): Fact[] {
  const facts = tell(CARD[posting.content.section], tellingOf(posting, words, now, true));
  const weight = (fact: Fact) => (fact.stated || ALWAYS.includes(fact.id) ? 0 : 1);
  const chosen = [...facts].sort((a, b) => weight(a) - weight(b)).slice(0, CARD_FACTS);
  return facts.filter((fact) => chosen.includes(fact));
}
