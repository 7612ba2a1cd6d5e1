// Writes a translator's words as a draft; called at every autosave by http/translations. Never seen by the public, never in the memory.
// [X4] An approved text is not written over: its approval is withdrawn first, so that nothing vanishes from a wall while somebody types.

import { TARGET_LIMIT } from "../domain/checkTranslation.ts";
import type { Revision } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Translation } from "../domain/translation.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import type { SegmentKey } from "./changeTranslation.ts";
import { changeTranslation } from "./changeTranslation.ts";

/** Null where nothing was there and nothing was written. */
export function writeTranslation(
  desk: Desk,
  user: User,
  key: SegmentKey,
  expected: Revision,
  text: string,
): Promise<Translation | null> {
  if (text.length > TARGET_LIMIT) throw new Refusal("tooLarge", { limit: String(TARGET_LIMIT) });
  return changeTranslation(desk, user, key, expected, async (before, _standing, _tx, now) => {
    if (before?.state === "approved") throw new Refusal("wrongState", { problem: "withdrawFirst" });
    if ((before === null && text === "") || before?.text === text) return null;
    return {
      translation: { ...key, text, state: "draft", author: user.login, reviewer: null, at: now, revision: 0 },
      verb: "translation.written",
      facts: { by: "person" },
    };
  });
}
