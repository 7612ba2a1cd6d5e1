// The part of the port that keeps what the public sends: reports of wrong postings, and addresses that want the weekly mail.
// One property of the store: `store.public`. Contract tests: tests/store/contractOfPublic.ts.
//
// [SP1] Neither belongs to a revision: what a visitor sends moves no board. [SP2] A report holds what was written and where, nothing of who wrote.
// [SP3] A subscriber is known by the digest of a token that only the mail carries. [SP4] Leaving deletes the address; backups do not hold it,
//       so that no restore writes to someone who has left. [SP5] Of several processes one alone may tell a subscriber of a week.
import type { Report } from "../domain/report.ts";
import type { Subscriber } from "../domain/subscriber.ts";
import type { Instant } from "../domain/time.ts";

export interface PublicStore {
  addReport(report: Report): Promise<void>;
  /** Newest first, unsettled before settled. */
  reports(limit: number): Promise<Report[]>;
  /** Null takes it back. True where it was there and that changed it. */
  settleReport(number: string, at: Instant | null): Promise<boolean>;
  putSubscriber(subscriber: Subscriber): Promise<void>;
  subscriber(id: string): Promise<Subscriber | null>;
  subscribers(): Promise<Subscriber[]>;
  /** True where it was there. */
  removeSubscriber(id: string): Promise<boolean>;
  /** Moves `toldUntil` from one instant to another; true for one caller only, so that no week is told twice. [SP5] */
  tellSubscriber(id: string, from: Instant, to: Instant): Promise<boolean>;
  /** Other rows of the same address, and those never confirmed that are older than `before`. */
  removeOthers(keep: Subscriber): Promise<void>;
  removeUnconfirmed(before: Instant): Promise<number>;
}
