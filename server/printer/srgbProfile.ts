// The small sRGB colour profile (480 bytes) that an archival PDF must carry. Called by chromiumPrinter, once a process.
// sharp holds it; taking it from there spares a binary file in the project.

/** @throws if sharp is not installed for this platform */
export async function srgbProfile(): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: "#ffffff" } });
  const { icc } = await sharp(await dot.withIccProfile("srgb").png().toBuffer()).metadata();
  if (!icc) throw new Error("sharp wrote no colour profile");
  return new Uint8Array(icc);
}
