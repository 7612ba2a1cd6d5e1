// What the public saw, revision by revision, in SQL. Called by createStore only.
import type { Kysely } from "kysely";
import type { Reader, Writer } from "../store.ts";
import { completeVersion } from "./olderContents.ts";
import { putRow } from "./putRow.ts";
import { seal, unseal, unsealAll } from "./seal.ts";
import type { Tables } from "./tables.ts";

export function readVersions(db: Kysely<Tables>): Pick<Reader, "versionAt" | "versions"> {
  const all = () => db.selectFrom("version").selectAll();
  return {
    versionAt: async (code, revision) => {
      const upTo = all().where("code", "=", code).where("revision", "<=", revision);
      const version = unseal("version", await upTo.orderBy("revision", "desc").limit(1).executeTakeFirst());
      return version && completeVersion(version);
    },
    versions: async (code) =>
      unsealAll("version", await all().where("code", "=", code).orderBy("revision").execute()).map(completeVersion),
  };
}

export function writeVersions(db: Kysely<Tables>): Pick<Writer, "putVersion"> {
  return {
    putVersion: async (version) => {
      const row = seal("version", { code: version.code, revision: version.revision }, version);
      await putRow(db, "version", row, "replaced");
    },
  };
}
