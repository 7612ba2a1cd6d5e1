// A disk whose power can be cut: what the file system had not handed over by then is gone, as on a box whose plug is pulled. Called by powerCut.
// Ext4 as Debian makes it, in an image on btrfs, because there the image is copied in one instant. It assumes a disk that keeps what it has taken.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface CutDisk {
  readonly folder: string;
  /** What was written and not handed over is lost from here on; the disk is back when this resolves. `died`: ends what runs on it, and waits for that. */
  cut(died: () => Promise<void>): Promise<void>;
  end(): Promise<void>;
}

export async function cutDisk(): Promise<CutDisk> {
  const base = await mkdtemp(join(tmpdir(), "cut-disk-"));
  const [holder, folder] = [join(base, "holder"), join(base, "disk")];
  const image = join(holder, "disk.img");
  const copy = join(holder, "cut.img");
  await Promise.all([mkdir(holder), mkdir(folder)]);
  await run("truncate", ["-s", "6G", join(base, "holder.img")]);
  await run("mkfs.btrfs", ["-q", join(base, "holder.img")]);
  await run("mount", ["-o", "loop", join(base, "holder.img"), holder]);
  await run("truncate", ["-s", "1G", image]);
  await run("mkfs.ext4", ["-q", image]);
  const mount = () => run("mount", ["-o", "loop", image, folder]);
  await mount();
  return {
    folder,
    async cut(died) {
      await run("cp", ["--reflink=always", image, copy]);
      await died();
      // Whoever still dies holds the old one, which nobody reads any more.
      await run("umount", ["-l", folder]);
      await rename(copy, image);
      await mount();
    },
    async end() {
      await run("umount", ["-l", folder]).catch(() => undefined);
      await run("umount", ["-l", holder]);
      await rm(base, { recursive: true, force: true });
    },
  };
}
