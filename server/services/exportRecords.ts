// Everything out, in the record format it can come in by: imported into an empty store it gives the same postings, with codes of their own.
// Called by the command line.

import type { Owner } from "../domain/owner.ts";
import type { Posting } from "../domain/posting.ts";
import { postingToRecord } from "../records/postingToRecord.ts";
import type { ExportFormat } from "../records/writeRecords.ts";
import { writeRecords } from "../records/writeRecords.ts";
import type { Store } from "../store/store.ts";

export interface ExportOptions {
  /** Closed postings too; left out otherwise, since an import would begin them anew. */
  readonly closed?: boolean;
  /** Whose postings go along; absent: everybody's. */
  readonly only?: (owner: Owner) => boolean;
  /** Only these; absent: all. */
  readonly codes?: readonly string[];
}

/** The bytes of a file. What the public sees, or the draft of what it never saw. */
export async function exportRecords(
  { store }: { readonly store: Store },
  format: ExportFormat,
  { closed = false, only, codes }: ExportOptions = {},
): Promise<Uint8Array> {
  const { postings: all, owners } = await store.read(async (reader) => ({
    postings: await reader.postings(),
    owners: await reader.owners(),
  }));
  const wanted = new Set(owners.filter((owner) => only?.(owner) ?? true).map(({ id }) => id));
  const chosen = codes === undefined ? null : new Set(codes);
  const postings = all.filter(({ owner, code }) => wanted.has(owner) && (chosen?.has(code) ?? true));
  const names = new Map(
    owners.map((owner) => [
      owner.id,
      owners.filter(({ name }) => name === owner.name).length === 1 ? owner.name : owner.id,
    ]),
  );
  const ids = exportIds(postings);
  const records = postings.flatMap((posting) => {
    const content = posting.published?.content ?? posting.working;
    if (content === null || (posting.state === "closed" && !closed)) return [];
    const parentId = content.parent === null ? null : (ids.get(content.parent) ?? null);
    return [
      postingToRecord(posting, content, {
        id: ids.get(posting.code) ?? posting.code,
        ownerName: names.get(posting.owner) ?? posting.owner,
        parentId,
      }),
    ];
  });
  return writeRecords(records, format);
}

/** The id a posting came in by, so that its source finds it again; its code where it has none or another system uses the same. */
function exportIds(postings: readonly Posting[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { origin } of postings) if (origin !== null) counts.set(origin.id, (counts.get(origin.id) ?? 0) + 1);
  return new Map(
    postings.map(({ code, origin }) => [code, origin !== null && counts.get(origin.id) === 1 ? origin.id : code]),
  );
}
