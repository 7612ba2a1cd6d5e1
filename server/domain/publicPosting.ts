// A posting as it leaves the server: what displays, pages, paper and other systems may know of it. Made by services/presentPosting, rendered by templates.
import type { Code } from "./code.ts";
import type { Content } from "./content.ts";
import type { Locale, PerLocale } from "./locale.ts";
import type { OwnerId } from "./owner.ts";
import type { Revision, State } from "./posting.ts";
import type { Instant } from "./time.ts";
import type { ShownText } from "./translation.ts";
import type { ClosedReason } from "./vocabulary.ts";

export interface PublicPosting {
  readonly code: Code;
  readonly revision: Revision;
  /** Never draft; `closed` only on a page, never on a board. */
  readonly state: State;
  readonly closed: { readonly reason: ClosedReason; readonly at: Instant } | null;
  readonly from: Instant;
  readonly until: Instant;
  readonly untilStated: boolean;
  readonly firstPublishedAt: Instant;
  readonly publishedAt: Instant;
  readonly owner: { readonly id: OwnerId; readonly name: string };
  readonly content: Content;
  /** Title from the occupation vocabulary with its qualifiers, where the occupation is known. */
  readonly occupation: PerLocale<string> | null;
  /** Translations that may be shown now, by locale and segment id. */
  readonly translations: Readonly<Record<Locale, Readonly<Record<string, ShownText>>>>;
  readonly demonstration: boolean;
}
