// From the sector a source writes to a code. Called by mapJob.
import type { Sector } from "../domain/vocabulary.ts";
import { SECTORS } from "../domain/vocabulary.ts";

/** First pattern that fits; order matters where one word is part of another. */
const WORDS: readonly (readonly [RegExp, Sector])[] = [
  [/^turis|ristoraz|alberghier/, "tourism"],
  [/commerc|vendit|grande distribuzione/, "commerce"],
  [/edil|costruzion/, "construction"],
  [/metalmeccan|meccanic/, "metalwork"],
  [/tessil|abbigliament|calzatur|\btac\b/, "textile"],
  [/aliment/, "food"],
  [/agricol|agrari/, "agriculture"],
  [/sanit|socio-sanit|farmaceut|assistenza/, "health"],
  [/telecomunicaz|call center/, "telecommunications"],
  [/^amministrativ/, "administration"],
  [/informatic/, "informatics"],
  [/immobiliar/, "realEstate"],
  [/spettacol|animazion/, "entertainment"],
  [/pubblica amministrazione/, "publicAdministration"],
  [/giustiz/, "justice"],
  [/istruz|scuol|educa|formazion/, "education"],
  [/muse|cultur/, "culture"],
  [/enti locali|comun[ei]/, "localGovernment"],
  [/igiene urbana|rifiuti/, "urbanHygiene"],
  [/^cantieri/, "publicWorks"],
  [/servizi per l.impiego/, "employmentServices"],
  [/sviluppo rurale/, "ruralDevelopment"],
  [/energi/, "energy"],
];

/** Null where nothing is written; `other` where no code says it. */
export function readSector(written: string | null): Sector | null {
  if (written === null) return null;
  const code = SECTORS.find((one) => one === written);
  if (code !== undefined) return code;
  const plain = written.toLowerCase();
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? "other";
}
