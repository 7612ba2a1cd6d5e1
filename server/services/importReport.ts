// What an import did or would do, row by row. A plain value: the command line prints it (describeReport), the desk shows it.
import type { Code } from "../domain/code.ts";
import type { OwnerId } from "../domain/owner.ts";
import type { Problem } from "../records/problem.ts";

/** `kept`: changed in the file, but left as the office has it. `closed`: brought by this source before, no more. */
export const FATES = ["new", "changed", "unchanged", "kept", "closed", "refused"] as const;
export type Fate = (typeof FATES)[number];

export interface RowReport {
  readonly row: number;
  readonly id: string | null;
  readonly title: string;
  readonly fate: Fate;
  /** Null before it has one: refused rows, dry runs. For an office, its id. */
  readonly code: Code | OwnerId | null;
  readonly owner: OwnerId | null;
  /** Whether this import made it public. */
  readonly published: boolean;
}

export interface ImportReport {
  readonly holds: "postings" | "offices";
  /** `refused`: nothing at all was imported. */
  readonly outcome: "done" | "dryRun" | "refused";
  readonly rows: readonly RowReport[];
  readonly problems: readonly Problem[];
}
