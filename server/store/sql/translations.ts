// Translations in SQL, keyed by (posting, segment, locale, source words). Called by createStore only.
import type { Kysely } from "kysely";
import type { Code } from "../../domain/code.ts";
import type { Revision } from "../../domain/posting.ts";
import type { Translation } from "../../domain/translation.ts";
import { giveWay } from "../../giveWay.ts";
import { digest } from "../digest.ts";
import type { Reader, Writer } from "../store.ts";
import { putRow } from "./putRow.ts";
import { seal, unsealAll } from "./seal.ts";
import type { Tables } from "./tables.ts";

/** Postings whose translations are read before others get their turn: a few milliseconds. */
const STEP = 50;
/** At the start nobody waits; both engines limit the parameters of one statement. */
const CHUNK = 500;
/** More than any import. */
const MANY = 5000;

export function readTranslations(db: Kysely<Tables>): Pick<Reader, "translations" | "translationsOf"> {
  const all = () => db.selectFrom("translation").selectAll();
  return {
    translations: async (code) => inOrder(unsealAll("translation", await all().where("code", "=", code).execute())),
    translationsOf: async (codes) => {
      const found = new Map<Code, Translation[]>(codes.map((code) => [code, []]));
      const asked = [...found.keys()];
      const step = asked.length > MANY ? CHUNK : STEP;
      for (let start = 0; start < asked.length; start += step) {
        if (start > 0) await giveWay();
        const rows = await all()
          .where("code", "in", asked.slice(start, start + step))
          .execute();
        for (const translation of unsealAll("translation", rows)) found.get(translation.code)?.push(translation);
      }
      for (const translations of found.values()) inOrder(translations);
      return found;
    },
  };
}

export function writeTranslations(db: Kysely<Tables>, revision: Revision): Pick<Writer, "putTranslation"> {
  return {
    putTranslation: async (translation) => {
      const { code, segment, locale, source } = translation;
      const columns = { code, segment, locale, source_hash: digest(source) };
      const row = seal("translation", columns, { ...translation, revision });
      await putRow(db, "translation", row, "replaced");
    },
  };
}

/** Oldest first, so that of two that fit the newer is met last, in both engines. */
function inOrder(translations: Translation[]): Translation[] {
  const key = ({ segment, locale, source }: Translation) => `${segment}\n${locale}\n${source}`;
  return translations.sort((a, b) => a.at - b.at || (key(a) < key(b) ? -1 : 1));
}
