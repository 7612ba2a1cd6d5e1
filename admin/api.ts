// The desk's only way to the server: typed calls, one per route, and refusals as errors that carry their sentence.
// Called by session, list, editor and previews.
import type { Attachment } from "../server/domain/attachment.ts";
import type { AuditAnswer, ChainAnswer } from "../server/domain/auditContract.ts";
import type { ChecksAnswer, ChecksBody } from "../server/domain/checks/checksAnswer.ts";
import type { CheckPolicy } from "../server/domain/checks/finding.ts";
import type { Content } from "../server/domain/content.ts";
import type {
  ChangePasswordBody,
  ClientAnswer,
  ClosePostingBody,
  CreatePostingBody,
  OccupationHit,
  OwnersAnswer,
  PlaceHit,
  PostingAnswer,
  PostingsAnswer,
  PreviewAnswer,
  PreviewBody,
  SaveWorkingBody,
  SessionAnswer,
  SignInBody,
} from "../server/domain/httpContract.ts";
import type { PhraseKind, PhraseOffer } from "../server/domain/phrase.ts";
import type { Published, Revision } from "../server/domain/posting.ts";
import type { RefusalDetails } from "../server/domain/refusal.ts";
import type { SavedFilter, SavedFilters } from "../server/domain/savedFilter.ts";
import type { Section } from "../server/domain/section.ts";
import type { SaveTemplateBody, Template, TemplatesAnswer } from "../server/domain/template.ts";
import { askedLocale, spokenLocale, word, wordsAreThere } from "./words/words.ts";

/** One thing the public saw of a posting. */
export interface VersionLine {
  readonly revision: Revision;
  readonly actor: string;
  readonly published: Published;
}

/** A refusal of the server, or `unreachable` where no answer came. `message` is the sentence for staff. */
export class Refused extends Error {
  readonly code: string;
  readonly details: RefusalDetails;

  constructor(code: string, details: RefusalDetails, sentence: string) {
    super(sentence);
    this.name = "Refused";
    this.code = code;
    this.details = details;
  }
}

export interface TakeAttachmentBody {
  readonly owner: string;
  readonly section: Section;
  readonly name: string;
  readonly form: boolean;
  /** Base 64. */
  readonly content: string;
}

export interface PostingQuery {
  readonly q: string;
  readonly section: string;
  readonly state: string;
  readonly owner: string;
  readonly page: number;
}

export const api = {
  client: () => call<ClientAnswer>("GET", "/client"),
  session: () => call<SessionAnswer>("GET", "/session"),
  signIn: (body: SignInBody) => call<SessionAnswer>("POST", "/session", body),
  signOut: () => call<null>("DELETE", "/session"),
  changePassword: (body: ChangePasswordBody) => call<null>("POST", "/session/password", body),
  owners: () => call<OwnersAnswer>("GET", "/owners"),
  postings: (query: PostingQuery, abort?: AbortSignal) =>
    call<PostingsAnswer>("GET", `/postings${queryText({ ...query, page: String(query.page) })}`, undefined, abort),
  /** Jobs offered at an event. */
  rolesOf: (parent: string) => call<PostingsAnswer>("GET", `/postings${queryText({ parent })}`),
  posting: (code: string) => call<PostingAnswer>("GET", `/postings/${code}`),
  versions: (code: string) => call<{ readonly versions: readonly VersionLine[] }>("GET", `/postings/${code}/versions`),
  createPosting: (body: CreatePostingBody) => call<PostingAnswer>("POST", "/postings", body),
  saveWorking: (code: string, body: SaveWorkingBody) => call<PostingAnswer>("PUT", `/postings/${code}/working`, body),
  dropWorking: (code: string, expected: Revision) =>
    call<PostingAnswer>("DELETE", `/postings/${code}/working`, { expected }),
  move: (code: string, move: "publish" | "suspend" | "resume" | "reopen", expected: Revision) =>
    call<PostingAnswer>("POST", `/postings/${code}/${move}`, { expected }),
  close: (code: string, body: ClosePostingBody) => call<PostingAnswer>("POST", `/postings/${code}/close`, body),
  takeAttachment: (body: TakeAttachmentBody) =>
    call<{ readonly attachment: Attachment; readonly looked: boolean }>("POST", "/attachments", body),
  savedFilters: () => call<SavedFilters>("GET", "/filters"),
  keepFilters: (filters: readonly SavedFilter[]) => call<SavedFilters>("PUT", "/filters", { filters }),
  templates: () => call<TemplatesAnswer>("GET", "/templates"),
  saveTemplate: (body: SaveTemplateBody) => call<{ readonly template: Template }>("POST", "/templates", body),
  removeTemplate: (id: string) => call<{ readonly template: Template }>("DELETE", `/templates/${id}`),
  occupations: async (q: string, abort?: AbortSignal): Promise<readonly OccupationHit[]> => {
    const path = `/occupations${queryText({ q, locale: spokenLocale().id, limit: "8" })}`;
    return (await call<{ occupations: OccupationHit[] }>("GET", path, undefined, abort)).occupations;
  },
  phrases: async (kind: PhraseKind, q: string, abort?: AbortSignal): Promise<readonly PhraseOffer[]> =>
    (await call<{ phrases: PhraseOffer[] }>("GET", `/phrases${queryText({ kind, q })}`, undefined, abort)).phrases,
  places: async (q: string, abort?: AbortSignal): Promise<readonly PlaceHit[]> => {
    const path = `/places${queryText({ q, limit: "8" })}`;
    return (await call<{ places: PlaceHit[] }>("GET", path, undefined, abort)).places;
  },
  preview: (body: PreviewBody, abort?: AbortSignal) => call<PreviewAnswer>("POST", "/previews", body, abort),
  checks: (body: ChecksBody, abort?: AbortSignal) => call<ChecksAnswer>("POST", "/checks", body, abort),
  checkPolicy: () => call<{ readonly policy: CheckPolicy }>("GET", "/checks/policy"),
  setCheckPolicy: (policy: CheckPolicy) => call<unknown>("PUT", "/checks/policy", { policy }),
  audit: (q: string, before: number | null) =>
    call<AuditAnswer>("GET", `/audit${queryText({ q, before: before === null ? "" : String(before) })}`),
  auditChain: () => call<ChainAnswer>("GET", "/audit/chain"),
  leaveDemonstration: () => call<null>("DELETE", "/demonstration"),
};

/** What the form edits: the working copy, or what is published where there is none. */
export function currentContent({ posting }: Pick<PostingAnswer, "posting">): Content {
  const content = posting.working ?? posting.published?.content;
  if (content === undefined) throw new Error(`posting ${posting.code} has neither a working copy nor a published one`);
  return content;
}

export async function call<T>(method: string, path: string, body?: unknown, abort?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      credentials: "same-origin",
      headers: {
        accept: "application/json",
        "accept-language": askedLocale(),
        "x-requested-with": "bacheca",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(abort === undefined ? {} : { signal: abort }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    await wordsAreThere;
    throw new Refused("unreachable", {}, word("errors.unreachable"));
  }
  const answer: unknown = await response.json().catch((error: unknown) => {
    // Left in the middle of the answer: no answer, and not an empty one.
    if (abort?.aborted === true) throw error;
    return null;
  });
  if (response.ok) return answer as T;
  await wordsAreThere;
  throw refusedBy(answer, response.status);
}

/** The refusal in an answer, with a sentence in any case. */
export function refusedBy(answer: unknown, status: number): Refused {
  const shape = typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>) : {};
  const code = typeof shape.refusal === "string" ? shape.refusal : status >= 502 ? "unreachable" : "unexpected";
  const details = (shape.details ?? {}) as RefusalDetails;
  const fallback = word(code === "unreachable" ? "errors.unreachable" : "errors.unexpected");
  return new Refused(code, details, typeof shape.sentence === "string" ? shape.sentence : fallback);
}

function queryText(values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ""));
  return query.size === 0 ? "" : `?${query}`;
}
