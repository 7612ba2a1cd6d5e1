// Walls and sheets in SQL. Called by createStore only.
import type { Kysely } from "kysely";
import type { PaperReader, PaperWriter } from "../paperStore.ts";
import { putRow } from "./putRow.ts";
import { seal, unseal, unsealAll } from "./seal.ts";
import type { Tables } from "./tables.ts";

export function readPaper(db: Kysely<Tables>): PaperReader {
  return {
    walls: async () =>
      unsealAll("wall", await db.selectFrom("wall").selectAll().execute()).sort(
        (a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1),
      ),
    wall: async (id) => unseal("wall", await db.selectFrom("wall").selectAll().where("id", "=", id).executeTakeFirst()),
    sheet: async (id) =>
      unseal("sheet", await db.selectFrom("sheet").selectAll().where("id", "=", id).executeTakeFirst()),
    hangingSheets: async (office) => {
      const hanging = db.selectFrom("sheet").selectAll().where("hanging", "=", 1);
      const rows = await (office === undefined ? hanging : hanging.where("office", "=", office)).execute();
      return unsealAll("sheet", rows).sort((a, b) => a.hungAt - b.hungAt || (a.id < b.id ? -1 : 1));
    },
  };
}

export function writePaper(db: Kysely<Tables>): Omit<PaperWriter, keyof PaperReader> {
  return {
    putWall: (wall) => putRow(db, "wall", seal("wall", { id: wall.id, office: wall.office }, wall), "replaced"),
    putSheet: (sheet) =>
      putRow(
        db,
        "sheet",
        seal("sheet", { id: sheet.id, office: sheet.office, hanging: sheet.takenDown === null ? 1 : 0 }, sheet),
        "replaced",
      ),
  };
}
