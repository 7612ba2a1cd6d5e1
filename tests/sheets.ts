// Weekly sheets as an office keeps them in a spreadsheet, copied to the clipboard: tabs between cells, Italian headings, dates and numbers.
// Called by the import's tests over HTTP and in the browser.
import { addDays, romeDay } from "../server/domain/time.ts";

const WORK = [
  "Cameriere/a di sala",
  "Aiuto cuoco/a",
  "Addetto/a alle pulizie",
  "Barista",
  "Magazziniere/a",
  "Operaio/a edile",
  "Autista patente C",
  "Saldatore/saldatrice",
  "Addetto/a alle vendite",
  "Receptionist",
];
const TOWNS = ["Lecce", "Gallipoli", "Nardò", "Maglie", "Otranto"];
export const HEADINGS = [
  "Cod. offerta",
  "Figura ricercata",
  "Ditta",
  "N. posti",
  "Sede di lavoro",
  "Prov.",
  "Tipologia contrattuale",
  "Requisiti",
  "Scadenza offerta",
  "Inviare CV a",
  "Operatore che segue",
];

/** Rows numbered from `first`; the deadline as people write it. */
export function weeklySheet(
  first: number,
  count: number,
  change: (cells: string[], number: number) => void = () => {},
): string {
  const deadline = addDays(romeDay(Date.now()), 20).split("-").reverse().join("/");
  const rows = Array.from({ length: count }, (_, index) => {
    const number = first + index;
    const cells = [
      ...[
        `LE-${String(number).padStart(4, "0")}`,
        WORK[number % 10] ?? "",
        number % 3 === 0 ? "azienda" : `Ditta ${number} srl`,
      ],
      ...[
        String(1 + (number % 4)),
        TOWNS[number % 5] ?? "",
        "LE",
        number % 2 === 0 ? "tempo determinato" : "stagionale",
      ],
      ...["esperienza nella mansione", deadline, `lavoro${number}@esempio.it`, "M. R."],
    ];
    change(cells, number);
    return cells.join("\t");
  });
  return [HEADINGS.join("\t"), ...rows].join("\r\n");
}
