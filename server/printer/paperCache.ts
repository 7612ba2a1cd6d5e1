// Finished paper kept on disk under the key of its content, so that a restart prints nothing twice. Bounded: what was not asked for longest goes.
// Called by printDocument. A cache and nothing more: the folder may be emptied at any time, and a damaged file is simply printed again.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface Paper {
  readonly pdf: Uint8Array;
  /** Strong: of the bytes. */
  readonly etag: string;
}

export interface PaperCache {
  find(key: string): Promise<Paper | null>;
  keep(key: string, pdf: Uint8Array): Promise<Paper>;
  forgetAll(): Promise<void>;
}

interface Kept {
  readonly name: string;
  readonly bytes: number;
}

const NAME = /^([0-9a-f]{64})\.([\w-]{22})\.pdf$/;

/** @param limit bytes on disk; as many again may be in memory, up to a quarter of it */
export function createPaperCache(folder: string, limit = 256 * 1024 * 1024): PaperCache {
  // Oldest first: a Map keeps the order of insertion, and whatever is used is inserted anew.
  const onDisk = new Map<string, Kept>();
  const inMemory = new Map<string, Paper>();
  let memory = 0;
  let disk = 0;
  let opened: Promise<void> | null = null;

  async function open(): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const found: { key: string; kept: Kept; usedAt: number }[] = [];
    for (const name of await readdir(folder)) {
      const key = NAME.exec(name)?.[1];
      const facts = key === undefined ? null : await stat(join(folder, name)).catch(() => null);
      if (key === undefined || facts === null) await rm(join(folder, name), { force: true, recursive: true });
      else found.push({ key, kept: { name, bytes: facts.size }, usedAt: facts.mtimeMs });
    }
    for (const { key, kept } of found.sort((a, b) => a.usedAt - b.usedAt)) {
      onDisk.set(key, kept);
      disk += kept.bytes;
    }
  }

  function remember(key: string, paper: Paper): void {
    memory += paper.pdf.length - (inMemory.get(key)?.pdf.length ?? 0);
    inMemory.delete(key);
    inMemory.set(key, paper);
    for (const [oldest, { pdf }] of inMemory) {
      if (memory <= limit / 4) break;
      inMemory.delete(oldest);
      memory -= pdf.length;
    }
  }

  async function drop(key: string): Promise<void> {
    const kept = onDisk.get(key);
    if (kept === undefined) return;
    onDisk.delete(key);
    disk -= kept.bytes;
    await rm(join(folder, kept.name), { force: true });
  }

  return {
    async find(key) {
      const known = inMemory.get(key);
      if (known !== undefined) {
        remember(key, known);
        return known;
      }
      opened ??= open();
      await opened;
      const kept = onDisk.get(key);
      if (kept === undefined) return null;
      const path = join(folder, kept.name);
      const pdf = await readFile(path).catch(() => null);
      if (pdf === null || !kept.name.includes(`.${digest(pdf)}.`)) {
        await drop(key);
        return null;
      }
      onDisk.delete(key);
      onDisk.set(key, kept);
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
      const paper = { pdf, etag: `"${digest(pdf)}"` };
      remember(key, paper);
      return paper;
    },
    async keep(key, pdf) {
      const paper = { pdf, etag: `"${digest(pdf)}"` };
      remember(key, paper);
      opened ??= open();
      await opened;
      const name = `${key}.${digest(pdf)}.pdf`;
      // A full disk must not keep a printed sheet from whoever asked for it.
      const written = await writeFile(join(folder, `${name}.part`), pdf, { mode: 0o600 })
        .then(() => rename(join(folder, `${name}.part`), join(folder, name)))
        .then(
          () => true,
          () => false,
        );
      if (!written) return paper;
      if (onDisk.has(key)) disk -= onDisk.get(key)?.bytes ?? 0;
      onDisk.set(key, { name, bytes: pdf.length });
      disk += pdf.length;
      for (const oldest of [...onDisk.keys()]) {
        if (disk <= limit) break;
        await drop(oldest);
      }
      return paper;
    },
    async forgetAll() {
      inMemory.clear();
      memory = 0;
      opened ??= open();
      await opened;
      for (const key of [...onDisk.keys()]) await drop(key);
    },
  };
}

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
