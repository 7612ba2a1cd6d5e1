// Two made-up languages that are files and nothing else: one 40 % longer than English, one from right to left.
// Called by the tests that render public surfaces and the desk in them.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
export const PSEUDO = { id: "qps", name: "Ƥşḗŭđǿ", intl: "en-GB", dir: "ltr" };
export const RTL = { id: "qar", name: "ʔᗉᗺ", intl: "ar", dir: "rtl" };

/** The four languages as they are, and two made from English. */
export function writeLocales(folder: string): void {
  cpSync(join(ROOT, "locales"), folder, { recursive: true });
  for (const facts of [PSEUDO, RTL]) {
    mkdirSync(join(folder, facts.id));
    for (const file of readdirSync(join(ROOT, "locales/en"))) {
      const text = readFileSync(join(ROOT, "locales/en", file), "utf8");
      const data = file === "locale.json" ? facts : changed(JSON.parse(text), facts === RTL ? fromTheRight : longer);
      writeFileSync(join(folder, facts.id, file), JSON.stringify(data));
    }
  }
  for (const file of ["occupations.tsv", "isco08.tsv", "everyday.tsv"]) {
    const lines = readFileSync(join(folder, "vocabularies", file), "utf8").split("\n");
    const at = lines.findIndex((line) => line !== "" && !line.startsWith("#"));
    const columns = (lines[at] ?? "").split("\t");
    const english = columns.indexOf("en");
    const made = lines.map((line, n) => {
      if (n < at || line === "" || line.startsWith("#")) return line;
      if (n === at) return `${line}\t${PSEUDO.id}\t${RTL.id}`;
      const cells = line.split("\t");
      while (cells.length < columns.length) cells.push("");
      const label = cells[english] ?? "";
      return [...cells, label === "" ? "" : longer(label), label === "" ? "" : fromTheRight(label)].join("\t");
    });
    writeFileSync(join(folder, "vocabularies", file), made.join("\n"));
  }
}

function changed(value: unknown, say: (text: string) => string): unknown {
  if (typeof value === "string")
    return value
      .split(/(\{\{[^}]*\}\})/)
      .map((part) => (part.startsWith("{{") ? part : say(part)))
      .join("");
  if (Array.isArray(value)) return value.map((one) => changed(one, say));
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, changed(one, say)]));
}

const ACCENTS: Readonly<Record<string, string>> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
  U: "Ú",
  n: "ñ",
  c: "ç",
};

/** 40 % longer, accented, and marked, so that nothing of another language passes for it. */
function longer(text: string): string {
  if (text.trim() === "") return text;
  const accented = text.replace(/[aeiouAEIOUnc]/g, (letter) => ACCENTS[letter] ?? letter);
  const more = Math.max(1, Math.round(text.trim().length * 0.4) - 2);
  return `⟦${accented}${"·".repeat(Math.min(3, more))}${more > 3 ? ` ${"lóñg ".repeat(Math.ceil((more - 3) / 5)).slice(0, more - 4)}` : ""}⟧`;
}

const HEBREW = "אבגדהוזחטיכלמנסעפצקרשת";

/** Letters that run from right to left, about as many as before. */
function fromTheRight(text: string): string {
  if (text.trim() === "") return text;
  return `\u200c${text.replace(/[a-z]/gi, (letter) => HEBREW[letter.toLowerCase().charCodeAt(0) % HEBREW.length] ?? letter)}`;
}
