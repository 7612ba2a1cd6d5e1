// Where the work is: one place, or several where the area is a plain list of towns. What a municipality implies is filled in. Called by recordToPosting.
import type { Place } from "../domain/content.ts";
import type { Mapping } from "./mapping.ts";
import type { PostingRecord } from "./recordSchema.ts";

type Written = NonNullable<PostingRecord["place"]>;

export function mapPlaces(record: PostingRecord, mapping: Mapping): Place[] {
  if (record.places.length > 0) return record.places.map((place) => onePlace(place, mapping));
  if (record.place === null) return [];
  return severalTowns(record.place, mapping) ?? [onePlace(record.place, mapping)];
}

function onePlace({ municipality, province, region, country, area }: Written, mapping: Mapping): Place {
  const { places } = mapping.vocabularies;
  const rest = { municipality, area: mapping.sayOrNull("place.area", area) };
  if (country !== null && country !== "IT") return { ...rest, province, region, country };
  if (province !== null && places.province(province) === undefined)
    mapping.report("province", "place.province", province);
  if (municipality === null) return { ...rest, province, region: region ?? regionOf(province, mapping), country };
  const found = places.municipalities(municipality);
  const inProvince = province === null ? found : found.filter((one) => one.province.sigla === province);
  if (country === "IT" || province !== null) {
    if (found.length === 0) mapping.report("municipality", "place.municipality", municipality);
    else if (inProvince.length === 0)
      mapping.report("province", "place.province", province, found.map((one) => one.province.sigla).join(", "));
  }
  const only = inProvince.length === 1 ? inProvince[0] : undefined;
  return {
    ...rest,
    municipality: only?.name ?? municipality,
    province: province ?? only?.province.sigla ?? null,
    region: region ?? only?.province.region.names.it ?? regionOf(province, mapping),
    country: country ?? (only === undefined ? null : "IT"),
  };
}

function regionOf(province: string | null, { vocabularies }: Mapping): string | null {
  return province === null ? null : (vocabularies.places.province(province)?.region.names.it ?? null);
}

/** "Galatina, Lecce, Casarano" in a province that has all of them; "Siviglia (ES), Lisbona (PT)". Anything less plain stays an area. */
function severalTowns({ municipality, province, region, country, area }: Written, mapping: Mapping): Place[] | null {
  if (municipality !== null || area === null) return null;
  const names = area.split(/\s*[,;]\s*/);
  if (names.length < 2) return null;
  if (province !== null) {
    const found = names.map((name) => mapping.vocabularies.places.municipalities(name, province)[0]);
    if (!found.every((one) => one !== undefined)) return null;
    return found.map((one) => ({
      municipality: one.name,
      province,
      region: region ?? one.province.region.names.it ?? null,
      country: country ?? "IT",
      area: null,
    }));
  }
  const abroad = names.map((name) => /^(.+?) \(([A-Z]{2})\)$/.exec(name));
  if (country !== null || !abroad.every((found) => found !== null)) return null;
  return abroad.map(([, town = "", sigla = ""]) => {
    const italian = mapping.vocabularies.places.municipalities(town, sigla)[0];
    if (italian === undefined) return { municipality: town, province: null, region: null, country: sigla, area: null };
    return {
      municipality: italian.name,
      province: sigla,
      region: italian.province.region.names.it ?? null,
      country: "IT",
      area: null,
    };
  });
}
