// The tables as the newest migration leaves them. A record is a JSON document with the few columns that are searched beside it;
// `hash` seals both. Instants and revisions are whole numbers, booleans 0 or 1: the same in both engines.

interface Sealed {
  document: string;
  hash: string;
}

export interface PostingRow extends Sealed {
  code: string;
  owner: string;
  section: string | null;
  state: string;
  origin_system: string | null;
  origin_id: string | null;
  revision: number;
  public_revision: number | null;
  demonstration: number;
}

export interface VersionRow extends Sealed {
  code: string;
  revision: number;
}

export interface TranslationRow extends Sealed {
  code: string;
  segment: string;
  locale: string;
  /** SHA-256 of the source words: they are part of the key, and long. */
  source_hash: string;
}

export interface OwnerRow extends Sealed {
  id: string;
  kind: string;
}

export interface AccountRow extends Sealed {
  login: string;
}

export interface EventRow {
  revision: number;
  place: number;
  at: number;
  actor: string;
  verb: string;
  subject: string;
  /** Null once blanked; `facts_hash` stays. */
  facts: string | null;
  facts_hash: string;
  hash: string;
}

export interface CounterRow {
  id: number;
  revision: number;
  horizon: number;
  epoch: string;
  /** Hash of the newest event: a log cut off at its end does not match it. */
  chain: string;
}

export interface SessionRow {
  id: string;
  login: string;
  created_at: number;
  seen_at: number;
  expires: number;
}

export interface DisplayRow extends Sealed {
  id: string;
  office: string;
}

export interface UrgentRow extends Sealed {
  id: string;
  until: number;
}

export interface MemoryRow extends Sealed {
  id: string;
  /** "it>fr" */
  pair: string;
  /** Digest of the sentence without its values. */
  skeleton: string;
  /** Digest of the occupations named: a sentence about another job is never of use. */
  jobs: string;
  at: number;
}

export interface TermRow extends Sealed {
  id: string;
  owner: string;
}

export interface OccupationAliasRow extends Sealed {
  key: string;
  reference: string;
}

export interface ReportRow {
  number: string;
  owner: string | null;
  code: string | null;
  locale: string;
  message: string;
  at: number;
  settled_at: number | null;
}

export interface SubscriberRow {
  id: string;
  address: string;
  locale: string;
  channels: string;
  office: string | null;
  created_at: number;
  confirmed_at: number | null;
  told_until: number;
}

export interface WallRow extends Sealed {
  id: string;
  office: string;
}

export interface SheetRow extends Sealed {
  id: string;
  office: string;
  /** 1 while it hangs. */
  hanging: number;
}

export interface NoteRow extends Sealed {
  id: string;
  owner: string;
  removed: number;
}

export interface SubscriptionRow {
  login: string;
  token_hash: string;
  owner: string | null;
  locale: string;
  at: number;
}

export interface MachineJobRow {
  code: string;
  locale: string;
  state: string;
  due: number;
  secret_hash: string | null;
  document: string;
}

export interface KeptFileRow extends Sealed {
  id: string;
  owner: string;
}

export interface TemplateRow extends Sealed {
  id: string;
  owner: string;
}

export interface SealedTables {
  kept_file: KeptFileRow;
  template: TemplateRow;
  wall: WallRow;
  sheet: SheetRow;
  note: NoteRow;
  memory: MemoryRow;
  term: TermRow;
  occupation_alias: OccupationAliasRow;
  display: DisplayRow;
  urgent: UrgentRow;
  posting: PostingRow;
  version: VersionRow;
  translation: TranslationRow;
  owner: OwnerRow;
  account: AccountRow;
}

export interface Tables extends SealedTables {
  counter: CounterRow;
  event: EventRow;
  taken_code: { code: string };
  setting: { key: string; value: string };
  session: SessionRow;
  follower: { name: string; revision: number };
  display_token: { token_hash: string; display: string; since: number; revoked_at: number | null };
  pairing: { code: string; token_hash: string; expires: number };
  display_seen: { display: string; at: number; document: string };
  display_picture: { display: string; at: number; picture: string };
  display_batch: { display: string; batch: string; at: number };
  view_count: { day: string; kind: string; place: string; code: string; locale: string; times: number };
  memory_word: { pair: string; slots: string; word: string; size: number; memory: string };
  memory_use: { memory: string; code: string; segment: string };
  presence: { login: string; code: string; locale: string; at: number; document: string };
  machine_job: MachineJobRow;
  machine_health: { name: string; document: string };
  report: ReportRow;
  calendar_subscription: SubscriptionRow;
  subscriber: SubscriberRow;
  schema_step: { number: number; name: string };
}
