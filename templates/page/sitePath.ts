// Addresses of the pages beside boards and postings: the site's own, an article of law, an office. Called by pages and by whoever links to them.
import type { Locale } from "../../server/domain/locale.ts";
import type { OwnerId } from "../../server/domain/owner.ts";
import type { SitePage } from "../../server/domain/site.ts";
import type { Statute } from "../../server/domain/vocabulary.ts";

/** Pages beside those whose text a body may replace. */
export type InfoPage = SitePage | "saved" | "channels" | "sheet";

export const infoPath = (locale: Locale, page: InfoPage): string => `/${locale}/info/${page}`;
/** What the mails of the newsletter lead to. */
export const mailPath = (locale: Locale, token: string): string => `/${locale}/mail/${token}`;
export const lawPath = (locale: Locale, statute: Statute): string => `/${locale}/law/${statute}`;
export const officePath = (locale: Locale, office: OwnerId): string => `/${locale}/${office}/info`;
