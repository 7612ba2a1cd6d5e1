// How near a posting is to a place a reader names. No coordinates are known, so nearness is told by borders: the same municipality, the same
// province, a province that shares a border, the same region. Called by the public search.
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { Reach } from "../domain/search.ts";
import { foldText } from "../vocabularies/foldText.ts";
import type { Vocabularies } from "../vocabularies/loadVocabularies.ts";

/** As REACHES are numbered, each reach holding the nearer ones: 0 the town itself, 1 its province, 2 a neighbouring province, 3 its region, 4 elsewhere or not stated. */
export type Nearness = 0 | 1 | 2 | 3 | 4;

export interface Place {
  /** The smallest reach the name allows: a region has no town. */
  readonly smallest: Reach;
  nearness(posting: PublicPosting): Nearness;
}

export function placeNamed(name: string, { places, neighbours }: Pick<Vocabularies, "places" | "neighbours">): Place {
  const folded = foldText(name);
  const towns = places.municipalities(name);
  const province = places
    .provinces()
    .find((one) => Object.values(one.names).some((label) => foldText(label) === folded));
  const region = places.region(name);
  // "Lecce" is a town and a province: the town is the narrower, and its province is one step away.
  const smallest: Reach =
    towns.length > 0 ? "town" : province !== undefined ? "province" : region !== undefined ? "region" : "town";
  const provinces = new Set(
    towns.length > 0 ? towns.map((one) => one.province.sigla) : province === undefined ? [] : [province.sigla],
  );
  const around = new Set([...provinces].flatMap((sigla) => [...neighbours(sigla)]));
  const regions = new Set(
    [...(towns.length > 0 ? towns.map((one) => one.province.region) : []), province?.region, region].flatMap((one) =>
      one === undefined ? [] : [one.code],
    ),
  );
  const spelled = new Set([folded, ...towns.flatMap((one) => Object.values(one.names).map(foldText))]);
  const known = new WeakMap<PublicPosting, Nearness>();

  function one({
    municipality,
    province: sigla,
    region: named,
    area,
  }: PublicPosting["content"]["places"][number]): Nearness {
    const town = municipality === null ? "" : foldText(municipality);
    const inProvince = sigla !== null && provinces.has(sigla);
    if (town !== "" && spelled.has(town) && (sigla === null || provinces.size === 0 || inProvince)) return 0;
    if (smallest === "town" && area !== null && ` ${foldText(area.text)} `.includes(` ${folded} `)) return 0;
    // A name nobody knows: a part of one is enough.
    if (towns.length === 0 && province === undefined && region === undefined && town.includes(folded)) return 0;
    if (inProvince) return 1;
    if (sigla !== null && around.has(sigla)) return 2;
    const code =
      sigla === null ? (named === null ? undefined : places.region(named)?.code) : places.province(sigla)?.region.code;
    return code !== undefined && regions.has(code) ? 3 : 4;
  }

  return {
    smallest,
    nearness(posting) {
      let nearest = known.get(posting);
      if (nearest === undefined) {
        nearest = 4;
        for (const place of posting.content.places) nearest = Math.min(nearest, one(place)) as Nearness;
        known.set(posting, nearest);
      }
      return nearest;
    },
  };
}
