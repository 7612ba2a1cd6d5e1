// Sounds kept on disk under the key of what they say. A cache and nothing more: the folder may be emptied at any time. Called by services/speakPosting.
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface SoundCache {
  /** Path of the file, or null. */
  find(key: string): Promise<string | null>;
  keep(key: string, sound: Uint8Array): Promise<string>;
}

/** @param limit bytes on disk; what was not listened to longest goes */
export function createSoundCache(folder: string, ending: string, limit = 256 * 1024 * 1024): SoundCache {
  const pathOf = (key: string) => join(folder, `${key}.${ending}`);
  return {
    async find(key) {
      const path = pathOf(key);
      const now = new Date();
      // Being touched is what tells that it is still listened to, and fails where there is none.
      return utimes(path, now, now).then(
        () => path,
        () => null,
      );
    },
    async keep(key, sound) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = pathOf(key);
      const part = `${path}.${process.pid}.part`;
      await writeFile(part, sound, { mode: 0o600 });
      await rename(part, path);
      await sweep(folder, limit);
      return path;
    },
  };
}

async function sweep(folder: string, limit: number): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name);
      const facts = await stat(path).catch(() => null);
      return { path, bytes: facts?.size ?? 0, usedAt: facts?.mtimeMs ?? 0 };
    }),
  );
  let left = files.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { path, bytes } of files.sort((a, b) => a.usedAt - b.usedAt)) {
    if (left <= limit) return;
    await rm(path, { force: true });
    left -= bytes;
  }
}
