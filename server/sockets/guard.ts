// Wraps a socket handler: garbage in gives a plain refusal, a missing acknowledgement gives nothing, and nothing thrown escapes.
// [K1] One anonymous packet must never end the process. Called by every file of sockets/.
import type { ZodType } from "zod";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import type { RefusalShape } from "../domain/refusal.ts";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import { refuse } from "../http/refuse.ts";

export type Reply = (answer: unknown) => void;

/** The listener to register; `handle` gets a payload that fits `schema` and returns the answer. */
export function guard<P, A>(
  house: Pick<House, "words" | "log">,
  schema: ZodType<P>,
  handle: (payload: P) => A | Promise<A>,
) {
  return async (...received: unknown[]): Promise<void> => {
    const last = received.at(-1);
    const reply: Reply = typeof last === "function" ? (last as Reply) : () => undefined;
    try {
      const parsed = schema.safeParse(received[0]);
      if (!parsed.success)
        throw new Refusal("invalidInput", { field: String(parsed.error.issues[0]?.path.join(".") ?? "") });
      reply(await handle(parsed.data));
    } catch (thrown) {
      const { body } = refuse(house, thrown, SOURCE_LOCALE);
      reply({ ok: false, ...(body as RefusalShape) });
    }
  };
}
