// The European Commission's eTranslation, REST v2: a text is handed in, its translation arrives later at an address of ours.
// The service signs nothing: what proves an answer is the secret in the address, new for every request. Made by createTranslator.
import type { TranslatorConfig } from "../config/translator.ts";
import { askService } from "./askService.ts";
import { fromPlain, toPlain } from "./marks.ts";
import type { Translator } from "./translator.ts";
import { TranslatorFailure } from "./translator.ts";

export function eTranslation({ url, key }: TranslatorConfig): Translator {
  const application = key?.slice(0, key.indexOf(":")) ?? "";
  const headers = { authorization: `Basic ${Buffer.from(key ?? "").toString("base64")}` };
  return {
    name: "etranslation",
    limits: { texts: 1, characters: 5000 },
    later: true,
    speaks: async () => true,
    async translate([text], source, target, { callback, signal }) {
      const answer = (await askService({
        url: `${url}/etranslation/api/askTranslate`,
        headers,
        signal,
        body: {
          callerInformation: { externalReference: text?.id ?? "", username: application },
          textToTranslate: toPlain(text?.text ?? ""),
          sourceLanguage: source.toUpperCase(),
          targetLanguages: [target.toUpperCase()],
          domain: "GEN",
          notifications: { success: { http: `${callback}/success` }, failure: { http: `${callback}/failure` } },
          deliveries: { http: `${callback}/delivery` },
        },
      })) as { requestId?: unknown; errorCode?: unknown } | null;
      if (answer?.errorCode !== undefined && answer.errorCode !== null && answer.errorCode !== 0)
        throw new TranslatorFailure("retry", "translatorFailedThere");
      const { requestId } = answer ?? {};
      if (typeof requestId !== "string" && typeof requestId !== "number")
        throw new TranslatorFailure("retry", "translatorGarbage");
      return { kind: "submitted", requestId: String(requestId) };
    },
    read: fromPlain,
  };
}
