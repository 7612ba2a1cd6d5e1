// Finds the phrase an Italian requirement says, so that it stands in every language without a translator. Null: leave it as written.
// Called by the import and the form through loadVocabularies. Only whole requirements match: a rest that is not understood is never dropped.
import type { Requirement } from "../domain/content.ts";
import type { Places } from "./placeTables.ts";
import { readRequirement } from "./requirementGrammar.ts";

/** A phrase of locales/<locale>/vocabulary.json with its values; `education` is a code of the same file, a date is YYYY-MM-DD, a province its sigla. */
export type Phrase = NonNullable<Requirement["phrase"]>;

type Say = (found: RegExpExecArray, places: Places) => Phrase | null;

const said =
  (id: string): Say =>
  () => ({ id, values: {} });
const education =
  (level: string): Say =>
  () => ({ id: "education", values: { education: level } });
const counted =
  (id: string): Say =>
  (found) => ({ id, values: { count: Number(found[1]) } });

const SECONDARY = "(?:diploma|titolo) (?:di )?(?:scuola )?(?:media )?(?:secondari[ao] )?(?:di )?";

const PHRASES: readonly (readonly [RegExp, Say])[] = [
  [
    /^(?:almeno |minimo |con )?(?:almeno )?(\d{1,2}) ann[oi] di esperienza(?: nella mansione| nel ruolo| nel settore)?$/,
    counted("experienceYears"),
  ],
  [
    /^esperienza (?:di )?(?:almeno|minima di) (\d{1,2}) ann[oi](?: nella mansione| nel ruolo)?$/,
    counted("experienceYears"),
  ],
  [/^(?:almeno |minimo )?(\d{1,2}) mes[ei] di esperienza(?: nella mansione| nel ruolo)?$/, counted("experienceMonths")],
  [
    /^(?:anche )?(?:senza|prima) esperienza$|^(?:non (?:è )?(?:richiesta|necessaria) )?esperienza non (?:richiesta|necessaria)$/,
    said("experienceNone"),
  ],
  [/^(?:un )?minimo (?:di )?esperienza$|^esperienza minima$|^minima esperienza$/, said("experienceSome")],
  [
    /^(?:pregressa |comprovata |precedente )?esperienza(?: (?:nella mansione|nel ruolo|lavorativa))?(?: richiesta)?$/,
    said("experience"),
  ],
  [/^(?:licenza elementare|scuola primaria)$/, education("primary")],
  [
    /^(?:assolvimento (?:dell')?)?(?:scuola dell'obbligo|obbligo scolastico)(?: \(livello art\. 16\))?$/,
    education("compulsory"),
  ],
  [
    /^(?:licenza media(?: inferiore)?|terza media|diploma di (?:licenza|scuola) media(?: inferiore)?|diploma di scuola secondaria di (?:primo|1°|i) grado)$/,
    education("lowerSecondary"),
  ],
  [/^(?:qualifica|diploma di qualifica) professionale(?: triennale)?$/, education("vocational")],
  [
    /^diploma (?:di scuola )?(?:superiore )?(?:(?:di ambito|a indirizzo|ad indirizzo|di indirizzo) tecnico|in materie tecniche)$|^diploma tecnico$/,
    education("upperSecondaryTechnical"),
  ],
  [
    new RegExp(
      `^(?:diploma|${SECONDARY}superiore|diploma di scuola secondaria di (?:secondo|2°|ii) grado|maturità|diploma di maturità)$`,
    ),
    education("upperSecondary"),
  ],
  [/^diploma its$/, education("higherTechnical")],
  [/^laurea triennale$/, education("bachelor")],
  [/^laurea (?:magistrale|specialistica)$/, education("master")],
  [/^laurea$/, education("degree")],
  [/^laureat[ie] o laureand[ie]$/, said("degreeOrStudent")],
  [/^laurea in scienze infermieristiche (?:di|in) un paese (?:ue|dell'unione europea)$/, said("degreeNursingEu")],
  [/^bassa scolarità$/, said("lowEducation")],
  [
    /^età minima:? (\d{1,2}) anni$|^(\d{1,2}) anni e oltre$|^almeno (\d{1,2}) anni(?: di età)?$|^maggiore età$/,
    ageFrom,
  ],
  [
    /^(?:età:? )?(?:compresa )?(?:tra |fra )?(?:i )?(\d{1,2})\s?(?:[-–]|e(?: i)?|ai)\s?(\d{1,2}) anni(?: di età)?$/,
    ageRange,
  ],
  [/^cittadinanza italiana$/, said("citizenshipItalian")],
  [
    /^cittadinanza (?:italiana o (?:ue|dell'unione europea|di un paese (?:ue|dell'unione europea))|ue)$/,
    said("citizenshipItalianOrEu"),
  ],
  [/^(?:godimento del(?:l')? )?elettorato (?:politico )?attivo$/, said("votingRights")],
  [/^nessuna destituzione o decadenza dal pubblico impiego$/, said("noDismissal")],
  [/^(?:nessuna condanna penale|assenza di condanne penali)$/, said("noConviction")],
  [/^(?:qualità morali|condotta irreprensibile|(?:qualità morali e )?condotta incensurabil[ei])$/, said("goodConduct")],
  [/^(?:stato di )?disoccupazione$|^disoccupat[oaie]$/, said("unemployed")],
  [/^disoccupazione e iscrizione al (?:cpi|centro per l'impiego)$/, said("unemployedRegistered")],
  [/^iscrizione al (?:cpi|centro per l'impiego)$/, said("registered")],
  [/^iscrizione al (?:cpi|centro per l'impiego) di ([\p{L}' -]{2,60})$/u, registeredAt],
  [
    /^iscrizione (?:nell'elenco|negli elenchi|nella lista) (?:di cui all')?art\. 8 l\. 68\/99 al (\d{1,2})\/(\d{1,2})\/(\d{4})$/,
    listArt8,
  ],
  [/^residenza nel comune$/, said("residenceMunicipality")],
  [/^residenza nei comuni elencati$/, said("residenceListed")],
  [/^residenza (?:in|nella) provincia di ([\p{L}' -]{2,60})$/u, residenceProvince],
  [/^nessun altr[oa] (?:sussidio|aiuto pubblico|aiuto|indennità)$/, said("noOtherSupport")],
  [/^segnalazione (?:del consorzio socio-assistenziale|dei servizi sociali)$/, said("referredBySocialServices")],
  [/^disponibilità a (?:lavorare su )?turni$|^disponibilità (?:al lavoro su|ai) turni$/, said("shifts")],
  [/^disponibilità (?:a lavorare )?nei? (?:fine settimana|weekend|giorni festivi)$/, said("weekends")],
  [/^disponibilità a viaggiare$|^disponibilità (?:a|alle) trasferte$/, said("travel")],
  [/^disponibilità a trasferirsi$/, said("relocate")],
  [/^disponibilità a trasferirsi (?:a lungo|per lunghi periodi)$/, said("relocateLong")],
  [/^disponibilità a (?:lavorare su )?turni, secondo il profilo$/, said("shiftsByRole")],
  [/^(?:auto(?:mobile)? propria|automunit[oaie])$/, said("ownCar")],
  [/^conoscenz[ae] informatic(?:a|he)(?: di base)?$/, said("computer")],
];

export function matchRequirement(text: string, places: Places): Phrase | null {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/[\s.;]+$/, "")
    .trim();
  for (const [pattern, say] of PHRASES) {
    const found = pattern.exec(plain);
    if (found !== null) return say(found, places);
  }
  return readRequirement(plain, places);
}

function ageFrom(found: RegExpExecArray): Phrase {
  return { id: "ageFrom", values: { count: Number(found[1] ?? found[2] ?? found[3] ?? 18) } };
}

function ageRange(found: RegExpExecArray): Phrase | null {
  const [min, max] = [Number(found[1]), Number(found[2])];
  return min < max ? { id: "ageRange", values: { min, max } } : null;
}

function registeredAt(found: RegExpExecArray, places: Places): Phrase | null {
  const town = places.municipalities(found[1] ?? "")[0];
  return town === undefined ? null : { id: "registeredAt", values: { place: town.name } };
}

function residenceProvince(found: RegExpExecArray, places: Places): Phrase | null {
  const asked = (found[1] ?? "").trim();
  const province = places.provinces().find((one) => one.names.it?.toLowerCase() === asked);
  return province === undefined ? null : { id: "residenceProvince", values: { place: province.sigla } };
}

function listArt8(found: RegExpExecArray): Phrase {
  const [, day = "", month = "", year = ""] = found;
  return { id: "listArt8", values: { date: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` } };
}
