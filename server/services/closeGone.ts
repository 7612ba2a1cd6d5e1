// Closes postings that a source brought before and brings no more. [I12] Called by importRecords.
import type { Posting } from "../domain/posting.ts";
import { MOVES, stateAt } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Reader, Writer } from "../store/store.ts";
import { authorise } from "./changePosting.ts";
import type { RowReport } from "./importReport.ts";
import type { PlanNeeds, Planned } from "./planImport.ts";

/** Those still up whose id stands in no row and which the user may take down. */
export async function findGone(
  reader: Reader,
  user: PlanNeeds["user"],
  { system, now }: Pick<PlanNeeds, "system" | "now">,
  plans: readonly Planned[],
): Promise<Posting[]> {
  const here = new Set(plans.map(({ originId }) => originId));
  const owners = new Map((await reader.owners()).map((owner) => [owner.id, owner]));
  return (await reader.postings()).filter((posting) => {
    const { origin, owner: id, published } = posting;
    if (origin?.system !== system || here.has(origin.id)) return false;
    const owner = owners.get(id);
    if (owner === undefined || published === null || !MOVES.close.includes(stateAt(posting, now))) return false;
    try {
      authorise(user, "publish", owner, published.content.section);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  });
}

export async function closeGone(tx: Writer, posting: Posting, now: number): Promise<void> {
  await tx.putPosting({
    ...posting,
    state: "closed",
    closed: { reason: "withdrawn", at: now },
    publicRevision: tx.revision,
    revision: tx.revision,
    changedAt: now,
  });
  await tx.record("posting.closed", posting.code, { reason: "withdrawn", source: posting.origin?.system });
}

export function goneRow(posting: Posting): RowReport {
  return {
    row: 0,
    id: posting.origin?.id ?? null,
    title: (posting.published ?? { content: posting.working }).content?.title.written.text ?? "",
    fate: "closed",
    code: posting.code,
    owner: posting.owner,
    published: false,
  };
}
