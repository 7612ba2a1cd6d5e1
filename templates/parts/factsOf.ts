// All facts of a posting in reading order.
// Called by page, poster, bulletin, speech and a visit at a touch display. Pass `now: null` on paper, which must not say "today".
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { isOffer } from "../../server/domain/section.ts";
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
import type { Describe } from "./telling.ts";
import { tell, tellingOf } from "./telling.ts";
import type { Words } from "./words.ts";

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

export function factsOf(posting: PublicPosting, words: Words, now: Instant | null): Fact[] {
  const facts = tell(WHOLE, tellingOf(posting, words, now, false));
  // What an offer does not say is said to be missing; of an event or a notice nobody expects it.
  return isOffer(posting.content.section) ? facts : facts.filter(({ stated, id }) => stated || id === "employer");
}

/** Everything, in order: the phone page and the poster choose how to set it, not what to say. */
export const pageFacts = factsOf;
