// The address of a feed: of all or of an office, of all sections, of one, or of a channel. Called by boards, which name theirs, and by the feeds themselves.
import type { Channel } from "../../server/domain/channel.ts";
import type { Locale } from "../../server/domain/locale.ts";
import type { OwnerId } from "../../server/domain/owner.ts";
import type { Section } from "../../server/domain/section.ts";

export function feedPath(
  locale: Locale,
  office: OwnerId | null,
  section: Section | Channel | null,
  format: "xml" | "json",
): string {
  if (section !== null) return `/feed/${locale}/${office ?? "all"}/${section}.${format}`;
  return office === null ? `/feed/${locale}.${format}` : `/feed/${locale}/${office}.${format}`;
}
