// Tells in a few milliseconds whether files changed since a stamp was written. Called by installPackages and buildParts.
// The quick mark (path, time, size) is compared first; only when it differs are the contents read, so that a copy or
// a checkout with new times is not built again, and a fresh clone is judged by what it holds.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * `sources`: files and folders relative to `root`; what does not exist counts as empty. `seen`: handed from call to call, lets parts that share
 * folders look through them once.
 */
export function readFingerprint(root, sources, seen = new Map()) {
  const files = sources.flatMap((source) => listFiles(root, source, seen)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const quick = createHash("sha256");
  for (const { path, stat } of files) quick.update(`${path}\0${stat.mtimeMs}\0${stat.size}\n`);
  return { quick: quick.digest("hex"), content: () => hashContents(root, files) };
}

/** True when the stamp at `stampPath` was written for these sources and this `context`. */
export function isFresh(stampPath, fingerprint, context) {
  const stamp = readStamp(stampPath);
  if (stamp?.context !== context) return false;
  if (stamp.quick === fingerprint.quick) return true;
  if (stamp.content !== fingerprint.content()) return false;
  writeStamp(stampPath, fingerprint, context);
  return true;
}

export function writeStamp(stampPath, fingerprint, context) {
  mkdirSync(dirname(stampPath), { recursive: true });
  const stamp = { context, quick: fingerprint.quick, content: fingerprint.content() };
  writeFileSync(stampPath, `${JSON.stringify(stamp)}\n`);
}

function readStamp(stampPath) {
  try {
    return JSON.parse(readFileSync(stampPath, "utf8"));
  } catch {
    return undefined;
  }
}

function listFiles(root, path, seen) {
  const known = seen.get(path);
  if (known !== undefined) return known;
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  let files = [];
  if (stat?.isDirectory())
    files = readdirSync(join(root, path)).flatMap((name) => listFiles(root, `${path}/${name}`, seen));
  else if (stat) files = [{ path, stat }];
  seen.set(path, files);
  return files;
}

function hashContents(root, files) {
  const hash = createHash("sha256");
  for (const { path } of files)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\n");
  return hash.digest("hex");
}
