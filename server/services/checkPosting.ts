// Everything worth saying about a content before it is published: its own faults and likely duplicates. Called by http/checks and publishPosting.
import { checkContent, withPolicy } from "../domain/checks/checkContent.ts";
import type { CheckPolicy, Finding } from "../domain/checks/finding.ts";
import type { Content } from "../domain/content.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Instant } from "../domain/time.ts";
import type { Translation } from "../domain/translation.ts";
import { findDuplicates } from "./findDuplicates.ts";
import type { Mirror } from "./mirror.ts";

export interface Checked {
  readonly code: string | null;
  readonly content: Content;
  readonly translations: readonly Translation[];
}

export async function checkPosting(
  mirror: Mirror,
  checked: Checked,
  policy: CheckPolicy,
  now: Instant,
): Promise<Finding[]> {
  const { code, content, translations } = checked;
  const likely = await findDuplicates(mirror, code, content, now);
  return withPolicy([...checkContent(content, { policy, now, translations }), ...likely], policy);
}

/** Refuses `checksBlock` where the network's setting, or the law on candidates' data, forbids to publish this. [K7] */
export function refuseBlocked(findings: readonly Finding[]): void {
  const reasons = [...new Set(findings.filter(({ level }) => level === "block").map(({ reason }) => reason))];
  if (reasons.length > 0) throw new Refusal("checksBlock", { reasons });
}
