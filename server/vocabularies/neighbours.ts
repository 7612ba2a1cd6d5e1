// Which Italian provinces share a border: the board's honest measure of nearness, since no coordinates are known. Called by the search.
import { join } from "node:path";
import { readTable } from "./readTable.ts";

export function readNeighbours(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const { rows } = readTable(join(folder, "neighbours.tsv"), ["sigla", "neighbours"]);
  return new Map(rows.map(([sigla = "", list = ""]) => [sigla, new Set(list.split(","))]));
}
