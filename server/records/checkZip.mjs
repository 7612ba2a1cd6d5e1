// Looks through a ZIP before a library unpacks it: few entries, no encryption, and no more than 50 MB when inflated, counted by
// inflating and not by what the file says of itself. Called by readSheetChild.mjs.
import { inflateRawSync } from "node:zlib";

const MAX_ENTRIES = 200;
const MAX_INFLATED = 50 * 1024 * 1024;

/** Null for a sound file, else a key of the refusals' words. */
export function checkZip(bytes) {
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) return "oldExcel";
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04034b50 || end < 0 || end + 22 > bytes.length) return "damaged";
  const entries = bytes.readUInt16LE(end + 10);
  if (entries === 0xffff || entries > MAX_ENTRIES) return "tooManyEntries";
  try {
    return checkEntries(bytes, entries, bytes.readUInt32LE(end + 16));
  } catch {
    return "damaged";
  }
}

function checkEntries(bytes, entries, directory) {
  let left = MAX_INFLATED;
  let at = directory;
  for (let index = 0; index < entries; index += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) return "damaged";
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) return "encrypted";
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (begin + packed > bytes.length) return "damaged";
    const size = method === 0 ? packed : inflatedSize(bytes.subarray(begin, begin + packed), left);
    if (size === null || size > left) return "inflatesTooMuch";
    left -= size;
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return null;
}

function inflatedSize(packed, limit) {
  try {
    return inflateRawSync(packed, { maxOutputLength: limit + 1 }).length;
  } catch (error) {
    if (error.code === "ERR_BUFFER_TOO_LARGE") return null;
    throw error;
  }
}
