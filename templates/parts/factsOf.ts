// All facts of a posting in reading order (page, poster), and the four at most that a card shows.
// Called by card, page, poster, bulletin and speech. Pass `now: null` on paper, which must not say "today".
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Section } from "../../server/domain/section.ts";
import type { Instant } from "../../server/domain/time.ts";
import {
  describeAmendments,
  describeCall,
  describeCourse,
  describeReference,
  describeReserved,
  describeStatutes,
  describeVenue,
} from "./describeCall.ts";
import {
  describeAgreement,
  describeBenefits,
  describeContract,
  describeContractAndHours,
  describeEmployer,
  describeHours,
  describePositions,
  describeSector,
} from "./describeJob.ts";
import { describeLanguages, describeLicences, describeRequirements } from "./describeNeeds.ts";
import { describePay } from "./describePay.ts";
import { describePlace } from "./describePlace.ts";
import { describeEventDays, describeOpens, describeStarts, describeUntil } from "./describeWhen.ts";
import type { Fact } from "./fact.ts";
import type { Telling } from "./telling.ts";
import { tellingOf } from "./telling.ts";
import type { Words } from "./words.ts";

type Describe = (telling: Telling) => Fact | readonly Fact[] | null;

const WHOLE: readonly Describe[] = [
  describeEventDays,
  describePlace,
  describeVenue,
  describeReserved,
  describeContract,
  describeHours,
  describePay,
  describeOpens,
  describeUntil,
  describePositions,
  describeStarts,
  describeEmployer,
  describeCourse,
  describeCall,
  describeRequirements,
  describeLanguages,
  describeLicences,
  describeBenefits,
  describeSector,
  describeAgreement,
  describeAmendments,
  describeReference,
  describeStatutes,
];

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

export function factsOf(posting: PublicPosting, words: Words, now: Instant | null): Fact[] {
  return tell(WHOLE, tellingOf(posting, words, now, false));
}

/** Everything, in order: the phone page and the poster choose how to set it, not what to say. */
export const pageFacts = factsOf;

export function cardFacts(posting: PublicPosting, words: Words, now: Instant | null): Fact[] {
  const facts = tell(CARD[posting.content.section], tellingOf(posting, words, now, true));
  const weight = (fact: Fact) => (fact.stated || ALWAYS.includes(fact.id) ? 0 : 1);
  const chosen = [...facts].sort((a, b) => weight(a) - weight(b)).slice(0, CARD_FACTS);
  return facts.filter((fact) => chosen.includes(fact));
}

function tell(describes: readonly Describe[], telling: Telling): Fact[] {
  return describes.flatMap((describe) => describe(telling) ?? []);
}
