// Italian municipalities, provinces and regions with their names per locale. Read on first use.
// Called through loadVocabularies by the import, the form and whatever names a region to a reader.
import { join } from "node:path";
import { foldText } from "./foldText.ts";
import { labelReader, localeColumns, readTable } from "./readTable.ts";

export interface Region {
  /** ISTAT code, two digits. */
  readonly code: string;
  readonly iso: string;
  readonly names: Readonly<Record<string, string>>;
}

export interface Province {
  /** Sigla: "LE". */
  readonly sigla: string;
  readonly region: Region;
  /** NUTS 2021, level 3. */
  readonly nuts3: string;
  readonly names: Readonly<Record<string, string>>;
}

export interface Municipality {
  /** ISTAT code, six digits. */
  readonly code: string;
  readonly name: string;
  /** Names in other locales where the law gives them one (the German ones of Alto Adige). */
  readonly names: Readonly<Record<string, string>>;
  readonly province: Province;
}

export interface Places {
  regions(): readonly Region[];
  /** By code, ISO code or any of its names, accents and case forgiven. */
  region(name: string): Region | undefined;
  provinces(): readonly Province[];
  province(sigla: string): Province | undefined;
  /** Exact name; several places may share one, so a province may be asked for. */
  municipalities(name: string, sigla?: string): readonly Municipality[];
  allMunicipalities(): readonly Municipality[];
  searchMunicipalities(query: string, limit?: number): readonly Municipality[];
}

export function readPlaces(folder: string): Places {
  const regions = once(() => readRegions(folder));
  const provinces = once(() => readProvinces(folder, regions()));
  const municipalities = once(() => readMunicipalities(folder, provinces()));
  const regionsByName = once(() => {
    const byName = new Map<string, Region>();
    for (const one of regions())
      for (const name of [one.code, one.iso, ...Object.values(one.names)]) byName.set(foldText(name), one);
    byName.set(foldText("Regione Siciliana"), byName.get("sicilia") as Region);
    return byName;
  });
  const folded = once(() => municipalities().map((one) => ({ one, names: Object.values(one.names).map(foldText) })));
  const byName = once(() => {
    const found = new Map<string, Municipality[]>();
    for (const { one, names } of folded())
      for (const name of new Set(names)) {
        const before = found.get(name);
        if (before === undefined) found.set(name, [one]);
        else before.push(one);
      }
    return found;
  });
  return {
    allMunicipalities: municipalities,
    regions,
    region: (name) => regionsByName().get(foldText(name)),
    provinces: () => [...provinces().values()],
    province: (sigla) => provinces().get(sigla.toUpperCase()),
    municipalities: (name, sigla) =>
      (byName().get(foldText(name)) ?? []).filter(
        (one) => sigla === undefined || one.province.sigla === sigla.toUpperCase(),
      ),
    searchMunicipalities: (query, limit = 12) => search(folded(), foldText(query), limit),
  };
}

function search(
  all: readonly { one: Municipality; names: readonly string[] }[],
  query: string,
  limit: number,
): readonly Municipality[] {
  if (query === "") return [];
  const rank = (names: readonly string[]) =>
    names.includes(query)
      ? 0
      : names.some((name) => name.startsWith(query))
        ? 1
        : names.some((name) => name.includes(` ${query}`))
          ? 2
          : 3;
  return all
    .map(({ one, names }) => ({ one, at: rank(names) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at || a.one.name.length - b.one.name.length || a.one.name.localeCompare(b.one.name, "it"))
    .slice(0, limit)
    .map(({ one }) => one);
}

function readRegions(folder: string): readonly Region[] {
  const table = readTable(join(folder, "regions.tsv"), ["code", "iso", "it"]);
  const namesIn = labelReader(table, localeColumns(table, ["iso"]));
  return table.rows.map((row) => ({ code: row[0] ?? "", iso: row[1] ?? "", names: namesIn(row) }));
}

function readProvinces(folder: string, regions: readonly Region[]): ReadonlyMap<string, Province> {
  const table = readTable(join(folder, "provinces.tsv"), ["code", "sigla", "region", "nuts3", "it"]);
  const namesIn = labelReader(table, localeColumns(table, []));
  const byCode = new Map(regions.map((one) => [one.code, one]));
  const found = new Map<string, Province>();
  for (const row of table.rows) {
    const [, sigla = "", regionCode = "", nuts3 = ""] = row;
    const region = byCode.get(regionCode);
    if (region === undefined) throw new Error(`provinces.tsv: ${sigla} names an unknown region ${regionCode}`);
    found.set(sigla, { sigla, region, nuts3, names: namesIn(row) });
  }
  return found;
}

function readMunicipalities(folder: string, provinces: ReadonlyMap<string, Province>): readonly Municipality[] {
  const table = readTable(join(folder, "comuni.tsv"), ["code", "province", "it"]);
  const namesIn = labelReader(table, localeColumns(table, []));
  return table.rows.map((row) => {
    const [code = "", sigla = "", name = ""] = row;
    const province = provinces.get(sigla);
    if (province === undefined) throw new Error(`comuni.tsv: ${name} names an unknown province ${sigla}`);
    return { code, name, names: namesIn(row), province };
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
