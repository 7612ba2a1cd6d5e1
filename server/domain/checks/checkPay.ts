// [K1] Directive 2023/970: pay stated before anyone applies, and nobody asked what they earned before. By contract type and day of publication,
// since the duty begins on a day and leaves some contracts out. Called by checkContent.
import type { Content } from "../content.ts";
import type { Instant } from "../time.ts";
import { romeDay, startOf } from "../time.ts";
import type { CheckPolicy, Finding } from "./finding.ts";
import { finding } from "./finding.ts";
import type { PlacedText } from "./textsOf.ts";

const PAST_PAY = [
  /\b(?:ultim[aoe]|attual[ei]|precedent[ei])\s+(?:retribuzion[ei]|stipendi[oi]?|bust[ae]\s+paga|RAL|CUD)\b/iu,
  /\b(?:RAL|retribuzione|stipendio)\s+(?:attuale|precedente)\b/iu,
  /\b(?:dernier|actuel|précédent)\s+salaire\b|\bsalaire\s+(?:actuel|précédent)\b/iu,
  /\b(?:letzte[sn]?|bisherige[sn]?|aktuelle[sn]?)\s+Gehalt\b/iu,
  /\b(?:current|last|previous)\s+(?:salary|pay|wage)\b/iu,
];

export function checkPay(
  content: Content,
  texts: readonly PlacedText[],
  { pay: policy }: Pick<CheckPolicy, "pay">,
  now: Instant,
): Finding[] {
  const found: Finding[] = texts.flatMap(({ path, text, locale }) => {
    const asked = PAST_PAY.map((pattern) => pattern.exec(text)?.[0]).find((hit) => hit !== undefined);
    return asked === undefined ? [] : [finding("pay", "pastPay", path, { found: asked, locale })];
  });
  const { section, job } = content;
  if (section === "event" || section === "notice" || section === "training") return found;
  const day = romeDay(Math.max(now, content.hangs.from === null ? now : startOf(content.hangs.from)));
  if (policy.from !== null && day < policy.from) return found;
  const contracts = job?.contracts ?? [];
  if (contracts.length > 0 && contracts.every((contract) => policy.exempt.includes(contract))) return found;
  const pay = job?.pay ?? null;
  if (pay === null) found.push(finding("pay", "payMissing", "job.pay.min"));
  else if (pay.period === null) found.push(finding("pay", "payVague", "job.pay.period", { level: "warn" }));
  return found;
}
