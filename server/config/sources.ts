// Where sheets come in by themselves, as the environment says it: a watched folder, addresses asked at intervals. Called by config.ts.
// [IS1] Only https, only hosts that are listed: nobody makes the house ask another address.
import { isAbsolute } from "node:path";
import { z } from "zod";
import { IMPORT_KINDS } from "../domain/importContract.ts";

const feed = z.object({
  url: z.url({ protocol: /^https$/ }),
  office: z.string().min(1).max(60),
  kind: z.enum(IMPORT_KINDS).default("vacancy"),
});
export type Feed = z.infer<typeof feed>;

export interface SourcesConfig {
  /** Holds one folder an office, named by its slug; null: none is watched. */
  readonly folder: string | null;
  readonly feeds: readonly Feed[];
  /** Whether what comes in is published, or waits as drafts. */
  readonly publish: boolean;
  readonly everyMinutes: number;
}

export const sourcesEnvironment = {
  IMPORT_FOLDER: z.string().refine(isAbsolute, "an absolute path").optional(),
  IMPORT_FEEDS: z
    .string()
    .transform((text, context) => {
      try {
        return z.array(feed).max(50).parse(JSON.parse(text));
      } catch {
        context.addIssue({ code: "custom", message: 'a list such as [{"url":"https://…","office":"lecce"}]' });
        return z.NEVER;
      }
    })
    .optional(),
  IMPORT_HOSTS: z.string().optional(),
  IMPORT_PUBLISH: z.enum(["0", "1"]).default("0"),
  IMPORT_EVERY: z.coerce.number().int().min(5).max(1440).default(60),
};

interface Given {
  readonly IMPORT_FOLDER?: string | undefined;
  readonly IMPORT_FEEDS?: readonly Feed[] | undefined;
  readonly IMPORT_HOSTS?: string | undefined;
  readonly IMPORT_PUBLISH: "0" | "1";
  readonly IMPORT_EVERY: number;
}

/** Throws where a feed's host is not listed. [IS1] */
export function sourcesOf(given: Given): SourcesConfig {
  const hosts = (given.IMPORT_HOSTS ?? "").split(",").map((host) => host.trim().toLowerCase());
  const feeds = given.IMPORT_FEEDS ?? [];
  for (const { url } of feeds)
    if (!hosts.includes(new URL(url).host))
      throw new Error(`Configuration not understood. IMPORT_FEEDS: ${new URL(url).host} is not among IMPORT_HOSTS`);
  return {
    folder: given.IMPORT_FOLDER ?? null,
    feeds,
    publish: given.IMPORT_PUBLISH === "1",
    everyMinutes: given.IMPORT_EVERY,
  };
}
