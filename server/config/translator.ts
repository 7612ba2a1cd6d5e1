// The part of the configuration that names a machine translation service. None is the default, and the product is whole without.
// Read by ../config.ts only, which alone sees the environment. The key is handed to the translator and to nothing else.
import { z } from "zod";

export const TRANSLATORS = ["libretranslate", "deepl", "etranslation", "openai"] as const;

export interface TranslatorConfig {
  readonly service: (typeof TRANSLATORS)[number];
  /** Without a trailing slash. */
  readonly url: string;
  /** eTranslation: application:password. */
  readonly key: string | null;
  readonly model: string | null;
  /** Characters a calendar month; null: no limit. */
  readonly budget: number | null;
}

export const translatorEnvironment = {
  TRANSLATOR: z.enum(TRANSLATORS).optional(),
  TRANSLATOR_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRANSLATOR_KEY: z.string().min(1).max(500).optional(),
  TRANSLATOR_MODEL: z.string().min(1).max(200).optional(),
  TRANSLATOR_BUDGET: z.coerce.number().int().min(0).optional(),
};

type TranslatorValues = z.output<z.ZodObject<typeof translatorEnvironment>>;

/** Throws where a service is named but not what it needs, or where texts and key would travel in the open. */
export function translatorOf(value: TranslatorValues): TranslatorConfig | null {
  const { TRANSLATOR: service, TRANSLATOR_KEY: key = null, TRANSLATOR_MODEL: model = null } = value;
  if (service === undefined) return null;
  const wrong = (why: string) => new Error(`Configuration not understood. ${why}`);
  const url = (value.TRANSLATOR_URL ?? usualUrl(service, key))?.replace(/\/+$/, "");
  if (url === undefined) throw wrong(`TRANSLATOR_URL: ${service} needs the address of its server.`);
  if (!isNear(url)) throw wrong("TRANSLATOR_URL: only https, except inside the own network.");
  if (key === null && (service === "deepl" || service === "etranslation"))
    throw wrong(`TRANSLATOR_KEY: ${service} needs it${service === "etranslation" ? ", as application:password" : ""}.`);
  if (service === "etranslation" && !key?.includes(":"))
    throw wrong("TRANSLATOR_KEY: written as application:password.");
  if (service === "openai" && model === null) throw wrong("TRANSLATOR_MODEL: which model of the server is meant.");
  return { service, url, key, model, budget: value.TRANSLATOR_BUDGET ?? null };
}

function usualUrl(service: TranslatorConfig["service"], key: string | null): string | undefined {
  if (service === "etranslation") return "https://language-tools.ec.europa.eu";
  // DeepL marks the keys of its free service.
  if (service === "deepl") return key?.endsWith(":fx") ? "https://api-free.deepl.com" : "https://api.deepl.com";
  return undefined;
}

/** https anywhere; plain http only to this machine, a private address or a name without dots. */
function isNear(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (protocol === "https:") return true;
  return (
    !hostname.includes(".") ||
    /^(?:127|10)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(hostname) ||
    /\.(?:local|internal|lan)$/.test(hostname)
  );
}
