// Whose a posting is, from the office a record names: "CPI Nardò", "ARPAL Puglia - Ambito di Lecce", "EURES Lecce, EURES Puglia", "Provincia di Lecce".
// By rules over the owners known, never by a list of names. [I4] Two owners that fit equally are none. Called by the import and the demonstration.
import type { Office, Owner } from "../domain/owner.ts";
import { foldText } from "../vocabularies/foldText.ts";
import type { ImportVocabularies } from "./mapping.ts";
import type { PostingRecord } from "./recordSchema.ts";

type Places = ImportVocabularies["places"];
type Named = Pick<PostingRecord, "office" | "employer" | "network" | "kind" | "place">;

/** The owner, or null where no rule finds exactly one. A record that names no office belongs to who announces it, if that is an owner. */
export function matchOwner(record: Named, owners: readonly Owner[], places: Places): Owner | null {
  if (record.office !== null) return byText(record.office, owners, places);
  const announcer = record.employer === null ? null : byText(record.employer, owners, places);
  if (announcer !== null) return announcer;
  if (record.kind === "eures" || record.network?.toUpperCase() === "EURES")
    return euresOf(record.place?.region ?? null, owners);
  // What concerns a whole region and names nobody is its network's.
  const place = record.place;
  const wholeRegion = place?.region != null && place.municipality === null && place.province === null;
  return wholeRegion
    ? only(
        owners.filter(
          (owner) => owner.kind === "network" && endsWith(foldText(owner.name), foldText(place.region ?? "")),
        ),
      )
    : null;
}

function byText(text: string, owners: readonly Owner[], places: Places): Owner | null {
  const folded = foldText(text);
  const named = only(
    owners.filter((owner) => foldText(owner.name) === folded || owner.id === text.trim().toLowerCase()),
  );
  if (named !== null) return named;
  const parts = text.split(/\s*[,;]\s*/);
  if (parts.length > 1) {
    const found = parts.map((part) => byRule(part, owners, places));
    const agreed = [...new Set(found)];
    if (agreed.length === 1 && agreed[0] != null) return agreed[0];
  }
  return byRule(text, owners, places);
}

function byRule(text: string, owners: readonly Owner[], places: Places): Owner | null {
  const folded = foldText(text);
  const eures = /^eures\b\s*(.*)$/.exec(folded);
  if (eures !== null) return byEures(eures[1] ?? "", owners, places);
  const centre = /^(?:cpi|centro (?:per l )?impiego)(?: d(?:i|el|ella|ell))? (.+)$/.exec(folded);
  if (centre !== null) return byCentre(centre[1] ?? "", owners, places);
  const area = /^(.*?)\bambito(?: (?:di|territoriale(?: di)?))? (.+)$/.exec(folded);
  if (area !== null) return byArea((area[1] ?? "").trim(), area[2] ?? "", owners);
  const province = /^provincia(?: autonoma)? di (.+)$/.exec(folded);
  if (province !== null) return byArea("", province[1] ?? "", owners);
  const region = /^regione (\w[\w ]*?)(?: portale.*| dipartimento.*| assessorato.*)?$/.exec(folded);
  if (region !== null) return byRegion(region[1] ?? "", owners, places);
  return byWords(folded, owners);
}

/** EURES of a region, or of the region a town or province lies in. */
function byEures(where: string, owners: readonly Owner[], places: Places): Owner | null {
  const plain = where.replace(/ (?:dipartimento|sportello|servizio)\b.*$/, "");
  if (plain === "" || plain === "italia") return euresOf(null, owners);
  const region =
    places.region(plain) ?? provinceNamed(plain, places)?.region ?? only(places.municipalities(plain))?.province.region;
  return region === undefined ? null : euresOf(region.names.it ?? null, owners, true);
}

/** The EURES service of a region; with `exactly` no service of everyone stands in for it. */
function euresOf(region: string | null, owners: readonly Owner[], exactly = false): Owner | null {
  const services = owners.filter((owner) => owner.kind === "service" && /\beures\b/.test(foldText(owner.name)));
  const regional = region === null ? [] : services.filter((owner) => "region" in owner && owner.region === region);
  if (regional.length > 0) return only(regional);
  if (exactly) return null;
  return (
    only(services.filter((owner) => "region" in owner && owner.region === null)) ??
    (services.length === 1 ? only(services) : null)
  );
}

/** "lecce", "torino via bologna", "brindisi e provincia". */
function byCentre(where: string, owners: readonly Owner[], places: Places): Owner | null {
  const offices = owners.filter((owner): owner is Office => owner.kind === "office");
  const whole = /^(.+?) e provincia$/.exec(where);
  if (whole !== null) return byArea("", whole[1] ?? "", owners) ?? byCentre(whole[1] ?? "", owners, places);
  const centres = offices.filter(
    (office) => office.parent === null && /\b(?:cpi|impiego)\b/.test(foldText(office.name)),
  );
  const exact = centres.filter(
    (office) => foldText(office.municipality) === where || endsWith(foldText(office.name), where),
  );
  if (exact.length > 0) return only(exact);
  // "Torino via Bologna": the town first, then the street tells which.
  const inTown = centres.filter((office) => where.startsWith(`${foldText(office.municipality)} `));
  return only(
    inTown.filter(
      (office) =>
        office.address !== null && sharesStreet(foldText(office.address), where, foldText(office.municipality)),
    ),
  );
}

function sharesStreet(address: string, where: string, town: string): boolean {
  const street = where.slice(town.length).trim();
  return street !== "" && address.startsWith(street);
}

/** An area by its place; the words before it ("arpal puglia", "ufficio collocamento mirato") must not name another body. */
function byArea(before: string, where: string, owners: readonly Owner[]): Owner | null {
  const plain = where.replace(/^di /, "");
  if (/\bmirato\b/.test(before)) {
    return only(
      owners.filter(
        (owner) =>
          owner.kind === "office" && /\bmirato\b/.test(foldText(owner.name)) && foldText(owner.name).includes(plain),
      ),
    );
  }
  const areas = owners.filter((owner) => owner.kind === "area" && endsWith(foldText(owner.name), plain));
  const body = significant(before);
  return only(areas.filter((owner) => body.every((word) => foldText(owner.name).split(" ").includes(word))));
}

function byRegion(name: string, owners: readonly Owner[], places: Places): Owner | null {
  const region = places.region(name)?.names.it;
  if (region === undefined) return null;
  const theirs = owners.filter(
    (owner) => owner.kind === "service" && owner.region === region && !/\beures\b/.test(foldText(owner.name)),
  );
  return (
    only(theirs) ??
    only(owners.filter((owner) => owner.kind === "network" && endsWith(foldText(owner.name), foldText(region))))
  );
}

/** A network or service all of whose words the text has: "ASPAL" for "ASPAL Sardegna - sede centrale". */
function byWords(text: string, owners: readonly Owner[]): Owner | null {
  const words = significant(text);
  const fits = (owner: Owner) => {
    const name = significant(foldText(owner.name));
    return name.length > 0 && name.every((word) => words.includes(word));
  };
  return only(owners.filter((owner) => (owner.kind === "network" || owner.kind === "service") && fits(owner)));
}

function significant(folded: string): string[] {
  return folded
    .split(" ")
    .filter((word) => word !== "" && !["di", "per", "il", "la", "l", "e", "del", "della", "dell"].includes(word));
}

function endsWith(name: string, tail: string): boolean {
  return name === tail || name.endsWith(` ${tail}`);
}

function provinceNamed(name: string, places: Places) {
  return places.provinces().find((one) => foldText(one.names.it ?? "") === name);
}

/** [I4] */
function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}
