// The shapes of /api/v1 answers and the bodies staff send. Schemas for bodies stand here because the desk checks them too before sending.
// Used by server/http, admin/api and kiosk/connection (types only).
import { z } from "zod";
import type { Delta, Epoch } from "./board.ts";
import { contentSchema } from "./content.ts";
import type { Locale, PerLocale } from "./locale.ts";
import type { Office, Owner, OwnerId } from "./owner.ts";
import type { Posting, Revision, State } from "./posting.ts";
import type { PublicPosting } from "./publicPosting.ts";
import type { Section } from "./section.ts";
import type { Instant } from "./time.ts";
import type { LocaleMark, Translation } from "./translation.ts";
import type { PublicUrgent } from "./urgent.ts";
import type { User } from "./user.ts";
import { CLOSED_REASONS } from "./vocabulary.ts";

const revision = z.number().int().nonnegative();
const owner = z.string().min(1).max(60);

/** `code`: of the second factor, or a recovery code, asked for by the refusal secondFactorRequired. */
export const signInBody = z.object({
  login: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
  code: z.string().trim().max(40).optional(),
});
export const changePasswordBody = z.object({ current: z.string().min(1).max(200), next: z.string().min(12).max(200) });
export const createPostingBody = z.object({ owner, content: contentSchema });
export const saveWorkingBody = z.object({ expected: revision, content: contentSchema });
export const expectedBody = z.object({ expected: revision });
export const closePostingBody = z.object({ expected: revision, reason: z.enum(CLOSED_REASONS).exclude(["expired"]) });
export const previewBody = z.object({
  owner,
  code: z.string().max(7).nullable(),
  content: contentSchema,
  locale: z.string().min(2).max(10),
  surface: z.enum(["card", "page", "poster"]),
  /** A translation being typed, by segment: shown as if it were approved. */
  texts: z.record(z.string().max(8), z.string().max(2000)).optional(),
});
export type SignInBody = z.infer<typeof signInBody>;
export type ChangePasswordBody = z.infer<typeof changePasswordBody>;
export type CreatePostingBody = z.infer<typeof createPostingBody>;
export type SaveWorkingBody = z.infer<typeof saveWorkingBody>;
export type ClosePostingBody = z.infer<typeof closePostingBody>;
export type PreviewBody = z.infer<typeof previewBody>;

/** GET /api/v1/session */
export interface SessionAnswer {
  readonly user: User;
  readonly demonstration: boolean;
  readonly publicUrl: string;
  /** False while PUBLIC_URL is not a real https address: printed codes would lead nowhere. */
  readonly publicUrlIsReal: boolean;
  /** The machine translation service that is configured, or null: none, and the desk does not speak of it. */
  readonly translator: string | null;
}

/** One line of the desk's list. */
export interface PostingSummary {
  readonly code: string;
  readonly revision: Revision;
  readonly section: Section;
  readonly state: State;
  readonly title: string;
  readonly owner: { readonly id: OwnerId; readonly name: string };
  readonly where: string | null;
  readonly until: Instant | null;
  readonly changedAt: Instant;
  readonly edited: boolean;
  readonly demonstration: boolean;
  readonly marks: PerLocale<LocaleMark>;
}

/** GET /api/v1/postings?q=&section=&state=&owner=&page= ; pages of 50. */
export interface PostingsAnswer {
  readonly postings: readonly PostingSummary[];
  readonly total: number;
  readonly page: number;
}

/** GET /api/v1/postings/{code} */
export interface PostingAnswer {
  readonly posting: Posting;
  readonly state: State;
  readonly translations: readonly Translation[];
  readonly occupation: PerLocale<string> | null;
  /** Lines that say a phrase of the vocabularies, by segment: they need no translation. */
  readonly phrases: Readonly<Record<string, PerLocale<string>>>;
}

/** GET /api/v1/occupations?q=&locale= */
export interface OccupationHit {
  readonly ref: string;
  readonly label: PerLocale<string>;
  /** The label or alias that matched, as written in the vocabulary. */
  readonly matched: string;
}

/** GET /api/v1/places?q= */
export interface PlaceHit {
  readonly municipality: string;
  readonly province: string;
  readonly region: string | null;
}

/** GET /api/v1/owners */
export interface OwnersAnswer {
  readonly owners: readonly Owner[];
}

/** GET /api/v1/boards/{office}; public. */
export interface BoardAnswer {
  readonly epoch: Epoch;
  readonly revision: Revision;
  readonly now: Instant;
  readonly office: Office;
  readonly postings: readonly PublicPosting[];
  readonly urgents: readonly PublicUrgent[];
}

/** GET /api/v1/boards/{office}/changes?since=N&epoch=E; public. */
export interface ChangesAnswer {
  readonly now: Instant;
  readonly delta: Delta;
  readonly urgents: readonly PublicUrgent[];
}

/** GET /api/v1/client; public: what the applications must know of this installation. */
export interface ClientAnswer {
  readonly publicUrl: string;
  readonly publicUrlIsReal: boolean;
  readonly demonstration: boolean;
  readonly locales: readonly Locale[];
  /** Whether postings can be listened to. */
  readonly listen: boolean;
  /** What the button of the body's own sign-in says, or null where there is none. */
  readonly gateway: string | null;
}

/** Answer of POST /api/v1/previews: a whole document for a sandboxed frame. */
export interface PreviewAnswer {
  readonly html: string;
  readonly locale: Locale;
  /** Of a sheet: the language in which something had to be left out for want of room. */
  readonly shortened: readonly Locale[];
}
