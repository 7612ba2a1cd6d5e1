// Writes what is beyond ASCII in the built server as escapes. V8 holds a source in which one letter is beyond Latin 1 in two bytes a letter, and decodes
// any source that is not ASCII: three megabytes of every server for a few dashes. A plugin of Vite; used by vite.config.ts.
import type { Plugin } from "vite";

/** A backslash and what follows it, which may be such a letter, or such a letter alone. */
const BEYOND = /\\.|[\u0080-\uffff]/gs;

export const inPlainBytes = (code: string): string =>
  code.replace(BEYOND, (found) => {
    const letter = found.charCodeAt(found.length - 1);
    return letter > 0x7f ? `\\u${letter.toString(16).padStart(4, "0")}` : found;
  });

export function plainBytes(): Plugin {
  return {
    name: "plain-bytes",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) if (chunk.type === "chunk") chunk.code = inPlainBytes(chunk.code);
    },
  };
}
