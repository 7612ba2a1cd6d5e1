// Municipalities, provinces and regions: complete, named in four languages, found whatever the accents.
import { describe, expect, it } from "vitest";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { readVocabularies } from "../setup/readVocabularies.ts";
import { ROOT } from "./catalogues.ts";

describe("places", () => {
  const began = performance.now();
  const { places } = readVocabularies(ROOT);
  console.log(`vocabularies loaded in ${(performance.now() - began).toFixed(1)} ms`);

  it("holds the whole territory", () => {
    expect(places.regions()).toHaveLength(20);
    expect(places.provinces()).toHaveLength(107);
    expect(places.searchMunicipalities("a", 10_000).length).toBeGreaterThan(500);
  });

  it("names every region and province in the four languages, without the word province", () => {
    for (const { names } of [...places.regions(), ...places.provinces()]) {
      for (const locale of CORE_LOCALES) expect(names[locale] ?? "").toMatch(/^\p{Lu}/u);
      expect(Object.values(names).join(" ")).not.toMatch(/\b(provin[cz]|ville métropolitaine|Metropolitan)/i);
    }
    expect(places.region("sicilia")?.names.de).toBe("Sizilien");
    expect(places.region("Regione Siciliana")?.code).toBe("19");
    expect(places.region("apulien")?.names.it).toBe("Puglia");
  });

  it("finds a municipality with its province and region", () => {
    const [lecce] = places.municipalities("lecce");
    expect(lecce?.province.sigla).toBe("LE");
    expect(lecce?.province.region.names.en).toBe("Apulia");
    expect(places.municipalities("Forli", "FC")[0]?.name).toBe("Forlì");
    expect(places.municipalities("Bozen")[0]?.name).toMatch(/Bolzano/);
    expect(places.municipalities("Samone").length).toBe(2);
    expect(places.municipalities("Samone", "tn")).toHaveLength(1);
    expect(places.municipalities("Nessunluogo")).toEqual([]);
  });

  it("completes what is typed, exact names first", () => {
    expect(places.searchMunicipalities("lec", 5).map(({ name }) => name)).toContain("Lecce");
    expect(places.searchMunicipalities("lecce", 5)[0]?.name).toBe("Lecce");
    expect(places.searchMunicipalities("salentina", 5).map(({ name }) => name)).toContain("Campi Salentina");
    expect(places.searchMunicipalities("")).toEqual([]);
  });
});
