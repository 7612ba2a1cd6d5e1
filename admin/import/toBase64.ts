// A file's bytes as base 64, piece by piece: one call with a megabyte of arguments breaks browsers. Called by ImportPage.

const PIECE = 0x8000;

export function toBase64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
