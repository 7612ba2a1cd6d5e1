// Everything that can be found in a posting before it is published, with the network's setting applied. Pure. Called by publishPosting, the import
// and the checks' route; what needs other postings (likely duplicates) is found by services/findDuplicates.
// [K7] Off says nothing; warn never stops anybody; block stops publishing. Candidates' data always blocks. A masculine title or a style only warns:
// no law forbids it, and a board that cries wolf is switched off.
import type { Content } from "../content.ts";
import type { Instant } from "../time.ts";
import type { Translation } from "../translation.ts";
import { checkCandidates } from "./checkCandidates.ts";
import { checkDates } from "./checkDates.ts";
import { checkPay } from "./checkPay.ts";
import { checkReading } from "./checkReading.ts";
import { checkReserved } from "./checkReserved.ts";
import { checkWording } from "./checkWording.ts";
import type { CheckPolicy, Finding, Reason } from "./finding.ts";
import { textsOf } from "./textsOf.ts";

const NEVER_BLOCKS: readonly Reason[] = [
  "masculineTitle",
  "payVague",
  "longSentence",
  "deadlineFar",
  "startsBeforeDeadline",
];

export interface CheckNeeds {
  readonly policy: CheckPolicy;
  readonly now: Instant;
  readonly translations?: readonly Translation[];
}

export function checkContent(content: Content, { policy, now, translations = [] }: CheckNeeds): Finding[] {
  const texts = textsOf(content, translations);
  return withPolicy(
    [
      ...checkCandidates(texts),
      ...checkWording(content, texts),
      ...checkPay(content, texts, policy, now),
      ...checkReserved(content, texts),
      ...checkDates(content, now),
      ...checkReading(content),
    ],
    policy,
  );
}

/** Blocking ones first. [K7] */
export function withPolicy(findings: readonly Finding[], policy: CheckPolicy): Finding[] {
  const set = findings.flatMap((one): Finding[] => {
    if (one.concern === "candidates") return [{ ...one, level: "block" }];
    const strictness = one.concern === "pay" ? policy.pay.level : policy[one.concern];
    if (strictness === "off") return [];
    return [{ ...one, level: strictness === "block" && !NEVER_BLOCKS.includes(one.reason) ? "block" : "warn" }];
  });
  return set.sort((a, b) => Number(b.level === "block") - Number(a.level === "block"));
}
