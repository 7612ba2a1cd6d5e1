// The part of the port that keeps the queue of machine translation: jobs and how the service stands. One property of the store: `store.machine`.
// Contract tests: tests/store/contractOfMachine.ts.
//
// [SM1] Belongs to no revision: asking for drafts moves no board. Survives restart; stands in backups, since a wish is not lost with a machine.
// [SM2] One job per posting and language. `claim` gives a due job to one caller only, and to another only when the lease has run out.
// [SM3] `change` and `changeHealth` read and write in one transaction: of two at once, neither is lost.
import type { Code } from "../domain/code.ts";
import type { Locale } from "../domain/locale.ts";
import type { MachineJob, TranslatorHealth } from "../domain/machine.ts";
import type { Instant } from "../domain/time.ts";

export interface MachineStore {
  /** Inserts or replaces. */
  putJob(job: MachineJob): Promise<void>;
  job(code: Code, locale: Locale): Promise<MachineJob | null>;
  jobsOf(code: Code): Promise<MachineJob[]>;
  /** All that are not done, the soonest due first; those given up among them. */
  unfinished(limit: number): Promise<MachineJob[]>;
  /** The job whose open request has this secret. */
  jobOfSecret(secretHash: string): Promise<MachineJob | null>;
  /** The longest due job that waits, or whose request has expired; its `due` is put off until `leaseEnd`. [SM2] */
  claim(now: Instant, leaseEnd: Instant): Promise<MachineJob | null>;
  /** When the next job is due; null: none waits. */
  nextDue(): Promise<Instant | null>;
  /** `work` gets the job as it stands and answers what it becomes, or null: as it is. Returns what stands then; null where there is none. [SM3] */
  change(code: Code, locale: Locale, work: (job: MachineJob) => MachineJob | null): Promise<MachineJob | null>;
  /** Forgets those done before. */
  removeDone(before: Instant): Promise<void>;
  health(): Promise<TranslatorHealth>;
  changeHealth(work: (health: TranslatorHealth) => TranslatorHealth): Promise<TranslatorHealth>;
}
