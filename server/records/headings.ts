// Which field of a record a sheet's column holds: what staff chose for it before, else what its heading says. Called by cellsToRecords.

export interface Heading {
  /** As it stands in the sheet. */
  readonly written: string;
  /** Field of the record, "place.municipality"; null: staff chose to leave it out; empty: no heading at all. */
  readonly field: string | null;
}

/** Field by written heading, as staff chose; null leaves the column out. */
export type Columns = Readonly<Record<string, string | null>>;

/** Headings met on real sheets, without accents, signs and spaces. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  id: [
    "codice",
    "cod",
    "codiceofferta",
    "codiceannuncio",
    "rifofferta",
    "riferimentoofferta",
    "codofferta",
    "idofferta",
    "numerofferta",
    "nofferta",
    "noff",
  ],
  kind: ["tipo", "sezione"],
  title: [
    "titolo",
    "mansione",
    "profilo",
    "profiloricercato",
    "figura",
    "figuraricercata",
    "qualifica",
    "figuraprofessionale",
    "professione",
    "posizione",
    "offerta",
  ],
  employer: ["azienda", "ditta", "datore", "datoredilavoro", "ragionesociale", "impresa", "ente"],
  sector: ["settore", "comparto"],
  positions: ["posti", "nposti", "numeroposti", "postidisponibili", "nunita", "unita", "unitarichieste", "numero", "n"],
  "place.municipality": ["comune", "sede", "sededilavoro", "luogo", "luogodilavoro", "citta"],
  "place.province": ["provincia", "prov"],
  "place.region": ["regione"],
  "place.country": ["paese", "nazione"],
  contract: ["contratto", "tipocontratto", "tipologiacontrattuale", "tipologiacontratto", "tipodicontratto"],
  contract_note: ["notecontratto", "durata"],
  hours: ["orario", "orariodilavoro", "tempo"],
  requirements: ["requisiti", "requisitirichiesti", "competenze"],
  "pay.min": ["retribuzione", "stipendio", "paga", "compenso"],
  office: ["ufficio", "cpi", "centroperlimpiego", "sportello"],
  deadline: ["scadenza", "scadenzaofferta", "datascadenza", "entroil", "finoal"],
  opens: ["apertura", "dataapertura"],
  published: ["pubblicato", "pubblicatoil", "datapubblicazione"],
  reference: ["riferimento", "rif"],
  driving_licence: ["patente", "patenti"],
  law: ["legge"],
  benefits: ["vantaggi", "benefit"],
  "apply.email": ["email", "mail", "postaelettronica", "inviarecva"],
  "apply.phone": ["telefono", "tel", "cellulare"],
  "apply.note": ["candidatura", "comecandidarsi"],
  note: ["note", "annotazioni"],
};

const FIELD_OF = new Map(
  Object.entries(MEANT).flatMap(([field, words]) => words.map((word) => [word, field] as const)),
);

/** Whether a heading is one met before, however it is written. */
export function isKnownHeading(written: string): boolean {
  return FIELD_OF.has(foldedHeading(written));
}

function foldedHeading(written: string): string {
  return written
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");
}

export function headingOf(cell: unknown, columns: Columns): Heading {
  const written = String(cell ?? "")
    .replace(/^\uFEFF/, "")
    .replace(/\s+/g, " ")
    .trim();
  if (Object.hasOwn(columns, written)) return { written, field: columns[written] ?? null };
  return { written, field: FIELD_OF.get(foldedHeading(written)) ?? written.toLowerCase().replace(/\s+/g, "_") };
}
