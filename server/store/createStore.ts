// The store over one engine: reads on committed rows, writes in one transaction at the next revision.
// Called by sqlite.ts and postgres.ts.
import type { Kysely } from "kysely";
import type { Actor } from "../domain/event.ts";
import type { Instant } from "../domain/time.ts";
import { writeBackup } from "./backup.ts";
import type { Engine } from "./engine.ts";
import { readAccounts, writeAccounts } from "./sql/accounts.ts";
import { findBrokenChain } from "./sql/chain.ts";
import { advanceCounter, readHead, setChain } from "./sql/counter.ts";
import { readCursors, writeCursors } from "./sql/cursors.ts";
import { findDamages } from "./sql/damages.ts";
import { readDesk, writeDesk } from "./sql/desk.ts";
import { keepDisplays, readDisplays, writeDisplays } from "./sql/displays.ts";
import { readEvents, writeEvents } from "./sql/events.ts";
import { keepLanguage, readLanguage, writeLanguage } from "./sql/language.ts";
import { keepMachine } from "./sql/machine.ts";
import { readNotes, writeNotes } from "./sql/notes.ts";
import { readOwners, writeOwners } from "./sql/owners.ts";
import { readPaper, writePaper } from "./sql/paper.ts";
import { readPostings, writePostings } from "./sql/postings.ts";
import { keepPublic } from "./sql/publicTables.ts";
import { keepSessions } from "./sql/sessions.ts";
import { readSettings, writeSettings } from "./sql/settings.ts";
import type { CounterRow, Tables } from "./sql/tables.ts";
import { readTranslations, writeTranslations } from "./sql/translations.ts";
import { readVersions, writeVersions } from "./sql/versions.ts";
import type { Committed, Reader, Store, Writer } from "./store.ts";

export function createStore(engine: Engine): Store {
  async function write<T>(actor: Actor, at: Instant, work: (tx: Writer) => Promise<T>): Promise<Committed<T>> {
    try {
      return await engine.write(async (tx) => {
        const counter = await advanceCounter(tx);
        const { writer, outcome, newest } = createWriter(tx, counter, actor, at);
        const value = await work(writer);
        // Work that went on after a failed put: PostgreSQL has given up the transaction by then, SQLite only the statement.
        if (outcome.failed !== null) throw outcome.failed;
        if (outcome.changes === 0) throw new Unchanged({ value, revision: counter.revision - 1 });
        if (newest() !== counter.chain) await setChain(tx, newest());
        return { value, revision: counter.revision };
      });
    } catch (thrown) {
      if (thrown instanceof Unchanged) return thrown.committed as Committed<T>;
      throw thrown;
    }
  }

  return {
    engine: engine.name,
    ...createReader(engine.reads),
    displays: { ...readDisplays(engine.reads), ...keepDisplays(engine) },
    public: keepPublic(engine),
    language: { ...readLanguage(engine.reads), ...keepLanguage(engine) },
    machine: keepMachine(engine),
    side: { ...keepSessions(engine), ...writeCursors(engine) },
    write,
    read: (work) => engine.snapshot((tx) => work(createReader(tx))),
    damages: () =>
      engine.snapshot(async (tx) => {
        const structural = (await engine.structuralDamages()).map((key) => ({ table: "file", key }));
        return [...structural, ...(await findDamages(tx))];
      }),
    brokenChain: () => engine.snapshot(findBrokenChain),
    backup: (file) => engine.snapshot((tx) => writeBackup(tx, engine.name, file)),
    ready: () =>
      engine.reads
        .selectFrom("counter")
        .select("id")
        .execute()
        .then(
          () => true,
          () => false,
        ),
    close: () => engine.close(),
  };
}

/** Rolls a transaction back that changed nothing: its revision is not used up. [ST2] */
class Unchanged extends Error {
  readonly committed: Committed<unknown>;
  constructor(committed: Committed<unknown>) {
    super("nothing changed");
    this.committed = committed;
  }
}

function createReader(db: Kysely<Tables>): Reader {
  return {
    ...readHead(db),
    ...readPostings(db),
    ...readVersions(db),
    ...readTranslations(db),
    ...readOwners(db),
    ...readEvents(db),
    ...readAccounts(db),
    ...readSettings(db),
    ...readCursors(db),
    displays: readDisplays(db),
    paper: readPaper(db),
    desk: readDesk(db),
    notes: readNotes(db),
    language: readLanguage(db),
  };
}

function createWriter(db: Kysely<Tables>, counter: CounterRow, actor: Actor, at: Instant) {
  const outcome: { changes: number; failed: unknown } = { changes: 0, failed: null };
  const { newest, record } = writeEvents(db, counter, actor, at);
  const { codeTaken, ...postings } = writePostings(db, counter.revision);
  const puts = {
    ...postings,
    ...writeVersions(db),
    ...writeTranslations(db, counter.revision),
    ...writeOwners(db),
    ...writeAccounts(db),
    ...writeSettings(db),
    ...writeDisplays(db),
    ...writePaper(db),
    ...writeDesk(db),
    ...writeNotes(db),
    ...writeLanguage(db),
    record,
  };
  const watched =
    <A extends unknown[], R>(put: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      outcome.changes += 1;
      try {
        return await put(...given);
      } catch (error) {
        outcome.failed = error;
        throw error;
      }
    };
  const writer: Writer = {
    ...createReader(db),
    revision: counter.revision,
    codeTaken,
    putPosting: watched(puts.putPosting),
    putVersion: watched(puts.putVersion),
    putTranslation: watched(puts.putTranslation),
    putOwner: watched(puts.putOwner),
    putAccount: watched(puts.putAccount),
    putSetting: watched(puts.putSetting),
    paper: { ...readPaper(db), putWall: watched(puts.putWall), putSheet: watched(puts.putSheet) },
    desk: {
      ...readDesk(db),
      putFile: watched(puts.putFile),
      putTemplate: watched(puts.putTemplate),
      removeTemplate: watched(puts.removeTemplate),
    },
    notes: {
      ...readNotes(db),
      putNote: watched(puts.putNote),
      putSubscription: watched(puts.putSubscription),
      removeSubscription: watched(puts.removeSubscription),
    },
    displays: {
      ...readDisplays(db),
      putDisplay: watched(puts.putDisplay),
      putToken: watched(puts.putToken),
      revokeTokens: watched(puts.revokeTokens),
      putUrgent: watched(puts.putUrgent),
    },
    language: {
      ...readLanguage(db),
      putMemory: watched(puts.putMemory),
      removeUse: watched(puts.removeUse),
      removeMemory: watched(puts.removeMemory),
      putTerm: watched(puts.putTerm),
      removeTerm: watched(puts.removeTerm),
      putAlias: watched(puts.putAlias),
    },
    record: watched(puts.record),
    removeDemonstration: watched(puts.removeDemonstration),
  };
  return { writer, newest, outcome };
}
