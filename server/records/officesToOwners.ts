// From records of networks and offices to owners: areas, services, networks, offices and their desks.
// [I5] An office's id is its municipality, with a suffix where there are several: the one centre of a town has no suffix. Called by the import of offices.
import type { Office, Owner } from "../domain/owner.ts";
import { DEFAULT_VALIDITY_DAYS } from "../domain/owner.ts";
import { foldText } from "../vocabularies/foldText.ts";
import type { ImportVocabularies } from "./mapping.ts";
import type { NetworkRecord, OfficeRecord } from "./officeSchema.ts";

type Places = ImportVocabularies["places"];

export function networkToOwner(record: NetworkRecord, places: Places): Owner {
  const name = record.name ?? "";
  const contact = {
    id: record.id ?? slugOf(name),
    name,
    phones: record.phone ?? [],
    email: record.mail,
    website: websiteOf(record.online ?? []),
  };
  const kind = record.kind ?? (/\bambito\b/i.test(name) ? "area" : /^eures\b/i.test(name) ? "service" : "network");
  if (kind === "network") return { kind, ...contact };
  return { kind, ...contact, region: record.region ?? regionNamedIn(name, places) };
}

/** Every office with its id; `areas` are the areas known, by which a province's offices find theirs. */
export function officesToOwners(records: readonly OfficeRecord[], areas: readonly Owner[], places: Places): Office[] {
  const ids = officeIds(records);
  return records.map((record, index) => ({
    kind: "office",
    id: ids[index] ?? "",
    name: record.name ?? "",
    phones: record.phone ?? [],
    email: record.mail ?? record.pec,
    website: record.website,
    parent: parentOf(record, records, ids),
    area: record.area ?? areaOf(record, areas, places),
    municipality: record.municipality ?? "",
    province: record.province ?? "",
    region: record.region ?? places.province(record.province ?? "")?.region.names.it ?? null,
    address: record.address,
    opening: (record.hours ?? []).map(({ days, from, to, byAppointment }) => ({
      days: [...days],
      from,
      to,
      byAppointment,
    })),
    closures: [],
    defaultValidityDays: DEFAULT_VALIDITY_DAYS,
    demonstration: false,
  }));
}

/** [I5] */
function officeIds(records: readonly OfficeRecord[]): string[] {
  const taken = new Set<string>();
  return records.map((record) => {
    if (record.slug !== null) return record.slug;
    const town = slugOf(record.municipality ?? "");
    const inTown = records.filter((other) => other.municipality === record.municipality);
    const centres = inTown.filter(({ kind }) => kind === "cpi" || kind === null);
    const isMain = inTown.length === 1 || (centres.length === 1 && centres[0] === record);
    const wanted = isMain ? town : [town, suffixOf(record)].filter((part) => part !== "").join("-");
    let id = wanted;
    for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`;
    taken.add(id);
    return id;
  });
}

/** What tells an office from others of its town: "nord", "collocamento-mirato", "boncuri". */
function suffixOf({ name, kind, municipality }: OfficeRecord): string {
  if (kind === "ufficio_mirato") return "collocamento-mirato";
  const folded = foldText(name ?? "");
  const town = foldText(municipality ?? "");
  const tail = folded.includes(`${town} `) ? (folded.split(`${town} `).at(-1) ?? "") : "";
  return slugOf(tail !== "" ? tail : (folded.split(" ").at(-1) ?? ""));
}

function parentOf(record: OfficeRecord, records: readonly OfficeRecord[], ids: readonly string[]): string | null {
  if (record.parent === null) return null;
  const index = records.findIndex((other) => other.id === record.parent);
  return index < 0 ? record.parent : (ids[index] ?? null);
}

/** "ARPAL Puglia - Ambito di Lecce" is the area of the offices of the province of Lecce. */
function areaOf({ province }: OfficeRecord, areas: readonly Owner[], places: Places): string | null {
  const name = foldText(places.province(province ?? "")?.names.it ?? "");
  if (name === "") return null;
  const found = areas.filter((owner) => owner.kind === "area" && foldText(owner.name).endsWith(` ${name}`));
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

function regionNamedIn(name: string, places: Places): string | null {
  const folded = ` ${foldText(name)} `;
  const region = places.regions().find(({ names }) => folded.includes(` ${foldText(names.it ?? "")} `));
  if (region !== undefined) return region.names.it ?? null;
  const province = places.provinces().find(({ names }) => folded.endsWith(` ${foldText(names.it ?? "")} `));
  return province?.region.names.it ?? null;
}

function websiteOf(online: readonly string[]): string | null {
  return online.find((one) => /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(one)) ?? null;
}

function slugOf(name: string): string {
  return foldText(name).replaceAll(" ", "-").slice(0, 60);
}
