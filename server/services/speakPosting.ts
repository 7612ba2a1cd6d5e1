// A posting read aloud: its spoken words, made into a sound once and kept by what they say. Called by http/listen.
// [LS1] Same words, same voice: the same file, spoken once, however many ask at the same time. [LS2] Only what is open is spoken: a posting that has
// ended is not offered by voice after it has left the glass. [LS3] One posting is spoken at a time; a line of more than thirty is told to come later.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { spokenPosting } from "../../templates/speech/spokenPosting.ts";
import type { Config } from "../config.ts";
import type { Code } from "../domain/code.ts";
import type { Locale } from "../domain/locale.ts";
import { stateAt } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import { createSoundCache } from "../speech/soundCache.ts";
import type { Speaker } from "../speech/speaker.ts";

export interface Spoken {
  readonly path: string;
  readonly etag: string;
  readonly type: Speaker["type"];
}

/** Refuses unknownCode, gone, speechUnavailable, overloaded. */
export type SpeakPosting = (code: Code, locale: Locale) => Promise<Spoken>;

const LONGEST_LINE = 30;

export function createSpeakPosting(
  house: Pick<House, "mirror" | "words" | "clock" | "log">,
  speaker: Speaker | null,
  { dataDir, publicUrl }: Pick<Config, "dataDir" | "publicUrl">,
): SpeakPosting {
  const cache = createSoundCache(join(dataDir, "speech"), speaker?.type === "audio/wav" ? "wav" : "mp3");
  const running = new Map<string, Promise<string>>();
  let line: Promise<unknown> = Promise.resolve();

  return async (code, locale) => {
    if (speaker === null) throw new Refusal("speechUnavailable");
    const entry = house.mirror.entry(code);
    const state = entry === undefined ? "draft" : stateAt(entry.posting, house.clock.now());
    if (entry?.shown == null || state === "draft" || state === "scheduled") throw new Refusal("unknownCode", { code });
    if (state === "closed") throw new Refusal("gone", { code });
    const pieces = spokenPosting({ ...entry.shown, state }, locale, house.words, publicUrl);
    const key = createHash("sha256")
      .update(JSON.stringify([speaker.voice, pieces]))
      .digest("hex")
      .slice(0, 40);
    const kept = await cache.find(key);
    if (kept === null && !running.has(key)) {
      if (running.size >= LONGEST_LINE) throw new Refusal("overloaded", { retryAfter: 10 });
      const mine = line
        .then(() => speaker.speak(pieces))
        .then((sound) => cache.keep(key, sound))
        .finally(() => running.delete(key));
      // One that fails must not stop the line.
      line = mine.catch((error: unknown) => house.log.warn({ err: error, code }, "a posting could not be spoken"));
      running.set(key, mine);
    }
    const path = kept ?? (await running.get(key)?.catch(() => null)) ?? null;
    if (path === null) throw new Refusal("speechUnavailable");
    return { path, etag: `"${key}"`, type: speaker.type };
  };
}
