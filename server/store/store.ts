// The port to the database, stated as contracts. Services know this file and no SQL. Two implementations: sqlite.ts (embedded) and postgres.ts.
// tests/store/contract.ts proves every [ST…] rule against both.
//
// [ST1] A counter row advances once inside each writing transaction, so revision order is commit order and no revision is ever skipped or shared.
// [ST2] `write` is atomic: work that throws, or one of whose puts failed, leaves nothing behind, and its revision is not used up.
//       Work that puts and records nothing uses none either: so a second import of the same file leaves the head where it was.
// [ST3] When `write` resolves, the change survives SIGKILL and power loss (SQLite: synchronous=FULL).
//       One that rejects as `storeUnavailable` left nothing, save where PostgreSQL went away during the commit itself: then look before repeating.
// [ST4] Reads see only committed changes; a reader inside a transaction sees that transaction's own.
// [ST5] Every posting, version, translation and owner row carries a SHA-256 of its content; a row that does not match its hash
//       is reported as damaged and never returned as good. So do accounts: a flipped bit grants nobody a right.
// [ST6] Events are append-only and chained (domain/event.ts [E1]); `write` appends those recorded in it at its revision.
// [ST7] A restore renews the epoch and advances the counter by 1,000,000, so that no printed revision is ever met twice.
// [ST8] Opening a database of a newer schema is refused as `newerSchema`; migrations run in transactions, one step each, and resume.
// [ST9] Another process may write the same database; `head` shows it within a second.
// [ST10] Writers are serialised (whoever waits 30 s is refused `storeUnavailable`: so also a write within a write, which waits for itself); two writes that read the same posting cannot both succeed on a stale `expected`, since services compare inside `write`.
export type { Count, DisplayToken, Pairing } from "./displayStore.ts";

import type { Epoch } from "../domain/board.ts";
import type { Code } from "../domain/code.ts";
import type { Actor, LogEvent, Verb } from "../domain/event.ts";
import type { Owner, OwnerId } from "../domain/owner.ts";
import type { Posting, Published, Revision } from "../domain/posting.ts";
import type { Instant } from "../domain/time.ts";
import type { Translation } from "../domain/translation.ts";
import type { User } from "../domain/user.ts";
import type { DeskReader, DeskWriter } from "./deskStore.ts";
import type { DisplayReader, DisplayStore, DisplayWriter } from "./displayStore.ts";
import type { LanguageReader, LanguageStore, LanguageWriter } from "./languageStore.ts";
import type { MachineStore } from "./machineStore.ts";
import type { NoteReader, NoteWriter } from "./noteStore.ts";
import type { PaperReader, PaperWriter } from "./paperStore.ts";
import type { PublicStore } from "./publicStore.ts";

export interface Head {
  readonly epoch: Epoch;
  readonly revision: Revision;
  /** Changes at or before this revision may have been purged; older displays get a reset. */
  readonly horizon: Revision;
}

/** What the public saw of a posting from a revision on; answers "changed since this sheet was printed". */
export interface Version {
  readonly code: Code;
  readonly revision: Revision;
  readonly published: Published;
  readonly actor: Actor;
}

export interface Account {
  readonly user: User;
  /** Argon2id, PHC string. Null where the body's gateway vouches for the person: then there is no password here. */
  readonly passwordHash: string | null;
  /** Whom the gateway means by this account, once it has been there. Absent for accounts with a password. */
  readonly gateway?: GatewayLink;
  readonly secondFactor?: SecondFactor;
}

/** `subject` is the gateway's own lasting name for the person, null until the first sign-in. */
export interface GatewayLink {
  readonly issuer: string;
  readonly subject: string | null;
}

/** A code generator (RFC 6238). */
export interface SecondFactor {
  /** Encrypted; the key is not in the database. */
  readonly secret: string;
  readonly confirmed: boolean;
  /** The newest time step a code was taken for: none is taken twice. */
  readonly lastStep: number;
  /** SHA-256 of the recovery codes not yet used. */
  readonly recovery: readonly string[];
}

/** A signed-in browser. `id` is the SHA-256 of the cookie's token, never the token. */
export interface Session {
  readonly id: string;
  readonly login: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly expires: Instant;
}

/** A short answer about one damaged row. [ST5] */
export interface Damage {
  readonly table: string;
  readonly key: string;
}

export interface Reader {
  readonly displays: DisplayReader;
  /** Walls and the sheets on them: paperStore.ts. */
  readonly paper: PaperReader;
  /** Files hung on postings, templates: deskStore.ts. */
  readonly desk: DeskReader;
  /** Notes and calendar subscriptions of staff: noteStore.ts. */
  readonly notes: NoteReader;
  readonly language: LanguageReader;
  head(): Promise<Head>;
  posting(code: Code): Promise<Posting | null>;
  /** By the import's key. */
  postingByOrigin(system: string, id: string): Promise<Posting | null>;
  /** Every posting, by code. Used by projections and lists; damaged rows are left out and reported by `damages`. */
  postings(): Promise<Posting[]>;
  /** Postings whose last change of any kind is after `revision`, in revision order. */
  postingsSince(revision: Revision): Promise<Posting[]>;
  /** Newest version at or before `revision`, or null; null too where that one is damaged, never an older one in its place. */
  versionAt(code: Code, revision: Revision): Promise<Version | null>;
  versions(code: Code): Promise<Version[]>;
  translations(code: Code): Promise<Translation[]>;
  /** All translations of several postings at once, in one query a chunk; every code asked for is a key. */
  translationsOf(codes: readonly Code[]): Promise<Map<Code, Translation[]>>;
  owners(): Promise<Owner[]>;
  owner(id: OwnerId): Promise<Owner | null>;
  /** Events with revision > since, in order, about `limit`: a revision is never cut in two, so that a cursor can stand on it. */
  events(since: Revision, limit: number): Promise<LogEvent[]>;
  /** Newest first; of one subject where given. */
  recentEvents(limit: number, subject?: string): Promise<LogEvent[]>;
  account(login: string): Promise<Account | null>;
  accounts(): Promise<Account[]>;
  setting(key: string): Promise<string | null>;
  /** A follower's cursor; 0 where it never ran. */
  cursor(follower: string): Promise<Revision>;
}

export interface Writer extends Reader {
  readonly displays: DisplayWriter;
  readonly paper: PaperWriter;
  readonly desk: DeskWriter;
  readonly notes: NoteWriter;
  readonly language: LanguageWriter;
  /** The revision this transaction will commit as. [ST1] */
  readonly revision: Revision;
  /** Inserts or replaces; the stored `revision` is this transaction's, whatever the record says. */
  putPosting(posting: Posting): Promise<void>;
  /** Records what the public sees from this revision on. */
  putVersion(version: Version): Promise<void>;
  /** Inserts or replaces; the stored `revision` is this transaction's, whatever the record says. */
  putTranslation(translation: Translation): Promise<void>;
  putOwner(owner: Owner): Promise<void>;
  putAccount(account: Account): Promise<void>;
  putSetting(key: string, value: string): Promise<void>;
  /** Appends to the log at this revision. [ST6] */
  record(verb: Verb, subject: string, facts?: Readonly<Record<string, unknown>>): Promise<void>;
  /** True where a code was ever given out. */
  codeTaken(code: Code): Promise<boolean>;
  /** Deletes every posting, version and translation marked as demonstration, and raises the horizon to this revision; codes stay taken. */
  removeDemonstration(): Promise<number>;
}

export interface Committed<T> {
  readonly value: T;
  readonly revision: Revision;
}

/** Sign-ins and cursors: written often, not part of any revision. */
export interface SideWrites {
  putSession(session: Session): Promise<void>;
  session(id: string): Promise<Session | null>;
  sessionsOf(login: string): Promise<Session[]>;
  /** Notes that a session was used; one removed meanwhile stays removed. */
  touchSession(id: string, seenAt: Instant): Promise<void>;
  removeSession(id: string): Promise<void>;
  /** All sessions of a login, e.g. after a password change. Returns the ids removed. */
  removeSessionsOf(login: string): Promise<string[]>;
  removeExpiredSessions(now: Instant): Promise<void>;
  putCursor(follower: string, revision: Revision): Promise<void>;
  /** True for whoever moves it first: of several processes at the same event, one. */
  moveCursor(follower: string, from: Revision, to: Revision): Promise<boolean>;
}

export interface Store extends Reader {
  readonly engine: "sqlite" | "postgres";
  readonly side: SideWrites;
  /** Paired devices, urgent notices, counts: displayStore.ts. */
  readonly displays: DisplayStore;
  readonly public: PublicStore;
  readonly language: LanguageStore;
  /** The queue of machine translation: machineStore.ts. */
  readonly machine: MachineStore;
  /** Runs `work` in one transaction at the next revision. [ST1][ST2][ST3] `at` is the time of its events. */
  write<T>(actor: Actor, at: Instant, work: (tx: Writer) => Promise<T>): Promise<Committed<T>>;
  /** Several reads that all see the same committed state, while writes go on. For what must agree, as head and postings of a reset. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /** Rows whose hash does not match, and what the engine finds wrong with its file. Reads everything. [ST5] */
  damages(): Promise<Damage[]>;
  /** First revision at which the chain of events breaks, the head's where its end is missing, or null. [E1] */
  brokenChain(): Promise<Revision | null>;
  /**
   * Writes a consistent copy of the running database into a new file: every row as compressed JSON lines, the same for both engines,
   * so that restore.ts can bring it back into either. Without sessions. Throws Refusal `fileExists` where the file exists.
   */
  backup(file: string): Promise<void>;
  /** True when the database answers. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}
