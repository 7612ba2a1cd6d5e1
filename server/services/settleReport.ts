// Says that a reader's report has been dealt with, or takes that back. Called by http/reports.
import { Refusal } from "../domain/refusal.ts";
import type { Report } from "../domain/report.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import { aboveOf } from "./aboveOf.ts";
import type { Desk } from "./changePosting.ts";

/** Reports looked through, newest first. */
export const MOST_REPORTS = 500;

/** Refuses notFound, notAllowed. Once is once: who settles what is settled writes nothing. */
export async function settleReport(
  { store, mirror, clock }: Pick<Desk, "store" | "mirror" | "clock">,
  user: User,
  number: string,
  back: boolean,
): Promise<void> {
  const report: Report | undefined = (await store.public.reports(MOST_REPORTS)).find((one) => one.number === number);
  if (report === undefined) throw new Refusal("notFound", { what: "report", id: number });
  const on = report.owner ?? "*";
  if (!may(user, "write", on, aboveOf(mirror.owners.values())(on)))
    throw new Refusal("notAllowed", { action: "write", on });
  const now = clock.now();
  if (await store.public.settleReport(number, back ? null : now))
    await store.write(user.login, now, (tx) =>
      tx.record("report.settled", number, { owner: report.owner, code: report.code, ...(back && { takenBack: true }) }),
    );
  await mirror.catchUp();
}
