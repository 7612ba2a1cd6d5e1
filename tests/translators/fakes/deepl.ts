// DeepL: key in the header, at most 50 texts, v3 glossaries that must exist and belong to the pair.
import { fakeService, translateMarked } from "./fakeService.ts";

export const KEY = "deepl-key-77aa:fx";

export async function fakeDeepl() {
  const glossaries = new Map<string, { glossary_id: string; name: string; dictionaries: unknown }>();
  const service = await fakeService(({ method, path, headers, body }, self) => {
    if (headers.authorization !== `DeepL-Auth-Key ${KEY}`) return { status: 403, json: { message: "Forbidden" } };
    if (path === "/v3/glossaries" && method === "GET")
      return { status: 200, json: { glossaries: [...glossaries.values()] } };
    if (path === "/v3/glossaries") {
      const [dictionary] = body.dictionaries as {
        source_lang: string;
        target_lang: string;
        entries: string;
        entries_format: string;
      }[];
      if (dictionary?.entries_format !== "tsv" || !/^[^\t]+\t[^\t]+/.test(dictionary.entries))
        return { status: 400, json: { message: "entries" } };
      const made = {
        glossary_id: `g-${glossaries.size + 1}`,
        name: String(body.name),
        dictionaries: body.dictionaries,
      };
      glossaries.set(made.glossary_id, made);
      return { status: 201, json: made };
    }
    if (path !== "/v2/translate") return { status: 404, json: { message: "Not found" } };
    const { text, source_lang: source, target_lang: target, tag_handling: tags, glossary_id: glossary } = body;
    if (
      !Array.isArray(text) ||
      text.length > 50 ||
      source !== "IT" ||
      !["EN-GB", "FR", "DE"].includes(String(target)) ||
      tags !== "xml"
    )
      return { status: 400, json: { message: "Bad request" } };
    if (glossary !== undefined && !glossaries.has(String(glossary)))
      return { status: 404, json: { message: "Glossary not found" } };
    const said = self.alter(text.map((one) => translateMarked(String(one))));
    return {
      status: 200,
      json: {
        translations: said.map((one) => ({ detected_source_language: "IT", text: one, billed_characters: one.length })),
      },
    };
  });
  return { service, glossaries };
}
