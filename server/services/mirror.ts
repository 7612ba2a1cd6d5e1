// The in-memory mirror of what the store says: every posting as staff know it and as the public may see it. One per process; rebuilt from the
// store at start and caught up by revision, so several processes and the command line agree. Hot paths read here and never touch the database.
// [M1] `catchUp` is idempotent and ends at the store's head; a new epoch rebuilds everything.
// [M2] What a listener is told covers (from, to] without a gap.
// [M3] Many at once (an import, a new policy) are taken in small steps, others being served in between; who reads sees all of it or nothing.
// Called by services, http and followers.

import { hangsOn } from "../domain/audience.ts";
import type { Epoch } from "../domain/board.ts";
import type { Code } from "../domain/code.ts";
import type { Office, Owner, OwnerId } from "../domain/owner.ts";
import type { PhrasesOf } from "../domain/phrase.ts";
import { NO_PHRASES } from "../domain/phrase.ts";
import type { Posting, Revision } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { Translation, TranslationPolicy } from "../domain/translation.ts";
import { DEFAULT_POLICY } from "../domain/translation.ts";
import { giveWay } from "../giveWay.ts";
import type { Reader, Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { TitleOf } from "./presentPosting.ts";
import { presentPosting } from "./presentPosting.ts";
import { policyIn } from "./translationPolicy.ts";

export interface Entry {
  readonly posting: Posting;
  readonly translations: readonly Translation[];
  /** What the public may know of it, in whatever state; null where it never was public. */
  readonly shown: PublicPosting | null;
}

/** What changed between two revisions. `boards` means that which posting hangs where may have changed: every board starts anew. */
export interface Change {
  readonly from: Revision;
  readonly to: Revision;
  readonly postings: readonly Code[];
  readonly offices: readonly OwnerId[];
  readonly boards: boolean;
  /** Postings of which a translation was written or moved, whether or not the public sees it. */
  readonly translated?: readonly Code[];
}

export interface Mirror {
  readonly epoch: Epoch;
  readonly revision: Revision;
  /** Displays older than this get everything. */
  readonly horizon: Revision;
  /** What of the translations may be shown, as the network last set it. */
  readonly policy: TranslationPolicy;
  readonly owners: ReadonlyMap<OwnerId, Owner>;
  /** What the lines of a content say as phrases, in every language. [V7] */
  readonly phrasesOf: PhrasesOf;
  entry(code: Code): Entry | undefined;
  entries(): Iterable<Entry>;
  office(id: OwnerId): Office | null;
  /** Revision at which an office's own facts last changed. */
  officeRevision(id: OwnerId): Revision;
  offices(): Office[];
  hangs(shown: PublicPosting, office: Office): boolean;
  /** Reads what the store has beyond this mirror; resolves once it is all here. */
  catchUp(): Promise<void>;
  onChange(listener: (change: Change) => void): void;
}

export interface MirrorNeeds {
  readonly store: Pick<Store, "read">;
  readonly clock: Clock;
  readonly titleOf: TitleOf;
  readonly phrasesOf?: PhrasesOf;
  /** What holds where the network has set nothing. */
  readonly policy?: Partial<TranslationPolicy>;
}

export async function createMirror({
  store,
  titleOf,
  phrasesOf = NO_PHRASES,
  policy: given = {},
}: MirrorNeeds): Promise<Mirror> {
  const entries = new Map<Code, Entry>();
  const officeRevisions = new Map<OwnerId, Revision>();
  const listeners: ((change: Change) => void)[] = [];
  let owners = new Map<OwnerId, Owner>();
  const usual: TranslationPolicy = { ...DEFAULT_POLICY, ...given };
  let policy = usual;
  let head = { epoch: "", revision: 0, horizon: 0 };
  let running: Promise<void> | null = null;
  let again = false;

  /** The entries of these postings as they will be; nobody sees them yet. [M3] */
  async function present(
    postings: Iterable<Pick<Entry, "posting" | "translations">>,
    by: Pick<Mirror, "owners" | "policy">,
  ): Promise<Entry[]> {
    const made: Entry[] = [];
    for (const { posting, translations } of postings) {
      if (made.length % STEP === STEP - 1) await giveWay();
      const owner = by.owners.get(posting.owner) ?? null;
      const shown = presentPosting(posting, { owner, translations, titleOf, phrasesOf, policy: by.policy });
      made.push({ posting, translations, shown });
    }
    return made;
  }

  async function withTranslations(reader: Reader, postings: readonly Posting[]) {
    const translations = await reader.translationsOf(postings.map((posting) => posting.code));
    return postings.map((posting) => ({ posting, translations: translations.get(posting.code) ?? [] }));
  }

  async function rebuild(reader: Reader): Promise<Change> {
    const next = await reader.head();
    const by = {
      owners: new Map((await reader.owners()).map((owner) => [owner.id, owner])),
      policy: await policyIn(reader, usual),
    };
    const made = await present(await withTranslations(reader, await reader.postings()), by);
    ({ owners, policy } = by);
    entries.clear();
    for (const entry of made) entries.set(entry.posting.code, entry);
    const from = head.revision;
    head = next;
    return {
      from,
      to: head.revision,
      postings: [...entries.keys()],
      offices: [...owners.keys()],
      boards: true,
      translated: [],
    };
  }

  async function advance(reader: Reader): Promise<Change | null> {
    const next = await reader.head();
    if (next.epoch !== head.epoch || next.horizon > head.revision || next.revision < head.revision)
      return rebuild(reader);
    if (next.revision === head.revision) return null;
    const from = head.revision;
    const saved = new Set<OwnerId>();
    const translated = new Set<Code>();
    let policySet = false;
    for (let since = from; since < next.revision; ) {
      const events = await reader.events(since, 1000);
      for (const { verb, subject } of events) {
        if (verb === "owner.saved") saved.add(subject);
        if (verb.startsWith("translation.")) translated.add(subject);
        if (verb === "policy.set") policySet = true;
      }
      if (events.length < 1000) break;
      since = (events.at(-1) as { revision: Revision }).revision;
    }
    const by = {
      owners: saved.size === 0 ? owners : new Map((await reader.owners()).map((owner) => [owner.id, owner])),
      policy: policySet ? await policyIn(reader, usual) : policy,
    };
    // Another policy shows other words on every board, with no posting changed.
    const moved = policySet || [...saved].some((id) => rehangs(owners.get(id), by.owners.get(id)));
    const changed = await reader.postingsSince(from);
    const touched = [...translated];
    for (const { code } of changed) translated.delete(code);
    // A translator's draft changes nothing the public sees and leaves the posting's own revision alone.
    const others = [...translated].flatMap((code) => entries.get(code)?.posting ?? []);
    const read = await withTranslations(reader, [...changed, ...others]);
    const asRead = new Map(read.map((one) => [one.posting.code, one]));
    const unread = moved ? [...entries.values()].filter(({ posting }) => !asRead.has(posting.code)) : [];
    const made = await present([...unread, ...read], by);
    ({ owners, policy } = by);
    for (const entry of made) entries.set(entry.posting.code, entry);
    for (const id of saved) officeRevisions.set(id, next.revision);
    head = moved ? { ...next, horizon: next.revision } : { ...next, horizon: Math.max(next.horizon, head.horizon) };
    return {
      from,
      to: next.revision,
      postings: changed.map((posting) => posting.code),
      offices: [...saved],
      boards: moved,
      translated: [...touched],
    };
  }

  async function run(): Promise<void> {
    do {
      again = false;
      // One snapshot: what is read belongs to one revision even while others write.
      const change = await store.read((reader) => (head.epoch === "" ? rebuild(reader) : advance(reader)));
      if (change !== null)
        for (const listener of listeners) {
          listener(change);
          // What each of them does with an import adds up.
          if (change.postings.length > MANY) await giveWay();
        }
    } while (again);
  }

  const mirror: Mirror = {
    phrasesOf,
    get epoch() {
      return head.epoch;
    },
    get revision() {
      return head.revision;
    },
    get horizon() {
      return head.horizon;
    },
    get policy() {
      return policy;
    },
    get owners() {
      return owners;
    },
    entry: (code) => entries.get(code),
    entries: () => entries.values(),
    office(id) {
      const owner = owners.get(id);
      return owner?.kind === "office" ? owner : null;
    },
    officeRevision: (id) => officeRevisions.get(id) ?? 0,
    offices: () => [...owners.values()].filter((owner) => owner.kind === "office"),
    hangs(shown, office) {
      const owner = owners.get(shown.owner.id);
      return owner !== undefined && hangsOn(office, owner, shown.content.share);
    },
    catchUp() {
      // A call during a run asks for one more round, so that what was committed before the call is in when it resolves.
      if (running !== null) again = true;
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
    onChange: (listener) => void listeners.push(listener),
  };
  await mirror.catchUp();
  return mirror;
}

/** Postings presented before others get their turn: two milliseconds, for all that works in steps has its own in the same turn of the loop. */
const STEP = 5;

/** Postings in one change whose news is told to one listener at a time. */
const MANY = 50;

/** Whether a change of an owner can move postings between boards or change how they name their owner. */
function rehangs(before: Owner | undefined, after: Owner | undefined): boolean {
  const key = (owner: Owner | undefined) =>
    owner === undefined
      ? ""
      : owner.kind === "office"
        ? [owner.kind, owner.name, owner.parent, owner.area, owner.province, owner.region].join("|")
        : [owner.kind, owner.name, "region" in owner ? owner.region : ""].join("|");
  return key(before) !== key(after);
}
