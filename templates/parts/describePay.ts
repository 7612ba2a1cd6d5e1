// What is paid: "from 1,500 € a month, gross". An allowance is never called a wage; what is not stated is said so.
import type { Pay } from "../../server/domain/content.ts";
import type { Fact } from "./fact.ts";
import type { Line } from "./line.ts";
import type { Telling } from "./telling.ts";

export function describePay(telling: Telling): Fact | null {
  const { job, course } = telling.posting.content;
  const pay = job?.pay ?? course?.allowance ?? null;
  if (pay === null) return job === null ? null : telling.notStated("pay", "pay");
  const { words } = telling;
  const lines: Line[] = [telling.say(amountOf(pay, telling))];
  if (!telling.brief) {
    if (pay.note !== null) lines.push(telling.quote(pay.note));
    if (pay.allowance) lines.push(telling.say(words.t("vocabulary:pay.allowanceAbout")));
    else if (pay.gross === null) lines.push(telling.say(words.t("facts:notStated.gross")));
  }
  return telling.fact("pay", lines, {
    label: pay.allowance ? words.t("vocabulary:pay.allowance") : telling.label("pay"),
    tabular: true,
  });
}

function amountOf(pay: Pay, { words, formats }: Telling): string {
  const money = (amount: number) => formats.money(amount, pay.currency);
  const parts = [
    pay.max === null
      ? words.t("vocabulary:pay.from", { amount: money(pay.min) })
      : pay.max === pay.min
        ? words.t("vocabulary:pay.exact", { amount: money(pay.min) })
        : words.t("vocabulary:pay.range", { min: formats.lowerAmount(pay.min, pay.currency), max: money(pay.max) }),
  ];
  if (pay.gross !== null) parts.push(words.t(pay.gross ? "vocabulary:pay.gross" : "vocabulary:pay.net"));
  if (pay.period !== null) parts.push(words.t(`vocabulary:payPeriod.${pay.period}`));
  return parts.join(" ");
}
