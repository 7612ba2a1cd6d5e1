// Memory, glossary, aliases and presence in SQL. Called by createStore only.
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { MemoryEntry, Presence } from "../../domain/memory.ts";
import type { Skeleton } from "../../domain/skeleton.ts";
import { digest } from "../digest.ts";
import type { Engine } from "../engine.ts";
import type { LanguageReader, LanguageSide, LanguageWriter } from "../languageStore.ts";
import { putRow } from "./putRow.ts";
import { seal, unseal, unsealAll } from "./seal.ts";
import type { MemoryRow, Tables } from "./tables.ts";

/** Beyond this a word is frequent, and how frequent is of no matter. */
const FREQUENT = 3000;
const CHUNK = 500;
const PRESENCE_KEPT = 600_000;

const pairOf = (from: string, to: string) => `${from}>${to}`;
const skeletonKey = ({ words }: Skeleton) => digest(words.join(" ")).slice(0, 32);
/** Values that must agree for a likeness above 74; the index is divided by them, since nothing else can be of use. */
const slotsKey = ({ slots }: Skeleton) => digestOf(slots);
const jobsKey = ({ slots }: Skeleton) => digestOf(slots.filter(({ kind }) => kind === "occupation"));
const digestOf = (slots: Skeleton["slots"]) => {
  const keys = slots.map(({ kind, key }) => `${kind} ${key}`).sort();
  return keys.length === 0 ? "" : digest(keys.join("\n")).slice(0, 16);
};
/** What the index holds: words in pairs, edges included. A pair is far rarer than a word, and a changed word spoils two at most. */
const indexed = ({ words }: Skeleton) => {
  const edged = ["^", ...words, "$"];
  return [...new Set(edged.slice(1).map((word, n) => `${edged[n]} ${word}`))];
};

export function readLanguage(db: Kysely<Tables>): LanguageReader {
  const all = () => db.selectFrom("memory").selectAll();
  const usesOf = (id: string) =>
    db.selectFrom("memory_use").select(["code", "segment"]).where("memory", "=", id).execute();
  const newest = (rows: readonly MemoryRow[]) =>
    unsealAll("memory", rows).sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));

  async function rarest(pair: string, slots: string, words: readonly string[], count: number): Promise<string[]> {
    if (words.length <= count) return [...words];
    const measured: { word: string; rows: number }[] = [];
    for (const word of words) {
      const { rows } = await sql<{ found: number }>`select count(*) as found from
        (select 1 from memory_word where pair = ${pair} and slots = ${slots} and word = ${word} limit ${sql.lit(FREQUENT)}) as few`.execute(
        db,
      );
      measured.push({ word, rows: Number(rows[0]?.found ?? 0) });
    }
    return measured
      .sort((a, b) => a.rows - b.rows)
      .slice(0, count)
      .map(({ word }) => word);
  }

  return {
    memorySame: async (from, to, skeleton, limit) => {
      const rows = await all()
        .where("pair", "=", pairOf(from, to))
        .where("skeleton", "=", skeletonKey(skeleton))
        .where("jobs", "=", jobsKey(skeleton))
        .orderBy("at", "desc")
        .limit(limit)
        .execute();
      return newest(rows);
    },
    memoryLike: async (from, to, skeleton, limit) => {
      const pair = pairOf(from, to);
      const size = skeleton.words.length;
      const slots = slotsKey(skeleton);
      // A sentence of `size` words and one alike by three quarters differ in a third of them at most: so many edits, twice so many pairs.
      const words = await rarest(pair, slots, indexed(skeleton), 2 * Math.floor(size / 3) + 1);
      if (words.length === 0) return [];
      const found = await db
        .selectFrom("memory_word")
        .select("memory")
        .where("pair", "=", pair)
        .where("slots", "=", slots)
        .where("word", "in", words)
        .where("size", ">=", Math.ceil(size * 0.75))
        .where("size", "<=", Math.floor(size / 0.75))
        .groupBy("memory")
        .orderBy((row) => row.fn.countAll(), "desc")
        .limit(limit)
        .execute();
      const ids = found.map(({ memory }) => memory);
      const entries: MemoryEntry[] = [];
      for (let start = 0; start < ids.length; start += CHUNK) {
        entries.push(
          ...unsealAll(
            "memory",
            await all()
              .where("id", "in", ids.slice(start, start + CHUNK))
              .execute(),
          ),
        );
      }
      return entries;
    },
    memoryEntry: async (id) => unseal("memory", await all().where("id", "=", id).executeTakeFirst()),
    memoryUses: usesOf,
    memoryHolding: async (text, to, limit) => {
      const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
      const holding = all().where(sql<boolean>`document like ${pattern} escape '\\'`);
      const rows = await (to === null ? holding : holding.where("pair", "like", `%>${to}`))
        .orderBy("at", "desc")
        .limit(limit)
        .execute();
      return Promise.all(newest(rows).map(async (entry) => ({ entry, uses: (await usesOf(entry.id)).length })));
    },
    memorySize: async () => {
      const row = await db
        .selectFrom("memory")
        .select((each) => each.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    terms: async () =>
      unsealAll("term", await db.selectFrom("term").selectAll().execute()).sort((a, b) => (a.id < b.id ? -1 : 1)),
    aliases: async () => unsealAll("occupation_alias", await db.selectFrom("occupation_alias").selectAll().execute()),
    aliasesBeginning: async (key, limit) => {
      const pattern = `${key.replace(/[\\%_]/g, "\\$&")}%`;
      const rows = await db
        .selectFrom("occupation_alias")
        .selectAll()
        .where(sql<boolean>`key like ${pattern} escape '\\'`)
        .limit(200)
        .execute();
      return unsealAll("occupation_alias", rows)
        .sort((a, b) => b.times - a.times || b.at - a.at)
        .slice(0, limit);
    },
  };
}

export function writeLanguage(db: Kysely<Tables>): Omit<LanguageWriter, keyof LanguageReader> {
  const removeMemory = async (id: string) => {
    for (const table of ["memory_word", "memory_use"] as const)
      await db.deleteFrom(table).where("memory", "=", id).execute();
    await db.deleteFrom("memory").where("id", "=", id).execute();
  };
  return {
    putMemory: async (entry, use) => {
      const pair = pairOf(entry.from, entry.to);
      const columns = {
        id: entry.id,
        pair,
        skeleton: skeletonKey(entry.skeleton),
        jobs: jobsKey(entry.skeleton),
        at: entry.at,
      };
      await putRow(db, "memory", seal("memory", columns, entry), "replaced");
      const words = indexed(entry.skeleton);
      const slots = slotsKey(entry.skeleton);
      const size = entry.skeleton.words.length;
      await db
        .insertInto("memory_word")
        .values(words.map((word) => ({ pair, slots, word, size, memory: entry.id })))
        .onConflict((clash) => clash.columns(["pair", "slots", "word", "size", "memory"]).doNothing())
        .execute();
      if (use !== null) await putRow(db, "memory_use", { memory: entry.id, ...use }, "kept");
    },
    removeUse: async ({ code, segment }, to) => {
      const used = await db
        .selectFrom("memory_use")
        .innerJoin("memory", "memory.id", "memory_use.memory")
        .select(["memory.id"])
        .where("code", "=", code)
        .where("segment", "=", segment)
        .where("pair", "like", `%>${to}`)
        .execute();
      for (const { id } of used) {
        const mine = db.deleteFrom("memory_use").where("memory", "=", id).where("code", "=", code);
        await mine.where("segment", "=", segment).execute();
        const left = await db.selectFrom("memory_use").select("code").where("memory", "=", id).limit(1).execute();
        if (left.length > 0) continue;
        const entry = unseal(
          "memory",
          await db.selectFrom("memory").selectAll().where("id", "=", id).executeTakeFirst(),
        );
        if (entry?.imported !== true) await removeMemory(id);
      }
    },
    removeMemory,
    putTerm: (term) => putRow(db, "term", seal("term", { id: term.id, owner: term.owner }, term), "replaced"),
    removeTerm: async (id) => {
      await db.deleteFrom("term").where("id", "=", id).execute();
    },
    putAlias: (alias) =>
      putRow(
        db,
        "occupation_alias",
        seal("occupation_alias", { key: alias.key, reference: alias.reference }, alias),
        "replaced",
      ),
  };
}

export function keepLanguage(engine: Engine): LanguageSide {
  return {
    putPresence: (presence) =>
      engine.write(async (tx) => {
        const { login, code, locale, at } = presence;
        await tx
          .deleteFrom("presence")
          .where("at", "<", at - PRESENCE_KEPT)
          .execute();
        // Where somebody is, they are nowhere else.
        await tx.deleteFrom("presence").where("login", "=", login).execute();
        await tx
          .insertInto("presence")
          .values({ login, code, locale, at, document: JSON.stringify(presence) })
          .execute();
      }),
    presence: async (since) => {
      const rows = await engine.reads.selectFrom("presence").selectAll().where("at", ">", since).execute();
      return rows.map(({ document }) => JSON.parse(document) as Presence).sort((a, b) => (a.login < b.login ? -1 : 1));
    },
  };
}
