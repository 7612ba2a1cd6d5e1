// What changed between the revision printed on a sheet and today. Called by http/pages for the address behind a QR.
import type { Code } from "../domain/code.ts";
import type { Published, Revision } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { Reader } from "../store/store.ts";

/** `unknown`: a revision this posting never had; nothing is said about it. */
export type Printed =
  | { readonly status: "unknown" }
  | { readonly status: "current" }
  | { readonly status: "changed"; readonly before: Published };

export async function comparePrinted(
  store: Pick<Reader, "versionAt">,
  code: Code,
  revision: Revision,
  today: PublicPosting,
): Promise<Printed> {
  if (revision > today.revision) return { status: "unknown" };
  const version = await store.versionAt(code, revision);
  if (version === null) return { status: "unknown" };
  const { published } = version;
  const same = JSON.stringify(published.content) === JSON.stringify(today.content) && published.until === today.until;
  return same ? { status: "current" } : { status: "changed", before: published };
}
