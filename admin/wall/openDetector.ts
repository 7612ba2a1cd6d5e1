// Reads QR codes from the camera's picture: by the browser where it can (Chrome on Android), else by a reader fetched only then, so that
// every phone ticks sheets off. Called by ScanBox. The picture never leaves the phone.

/** The text of the code in sight, or null. */
export type Detect = (video: HTMLVideoElement) => Promise<string | null>;

interface NativeDetector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type NativeMaker = new (options: { formats: string[] }) => NativeDetector;

/** Wide enough for a code held at arm's length, small enough for an old phone. */
const WIDTH = 640;

export async function openDetector(): Promise<Detect> {
  const Native = (globalThis as { BarcodeDetector?: NativeMaker }).BarcodeDetector;
  if (Native !== undefined) {
    const native = new Native({ formats: ["qr_code"] });
    return async (video) => (await native.detect(video))[0]?.rawValue ?? null;
  }
  // The package's types say a module, its build is the function itself.
  const read = (await import("jsqr")).default as unknown as typeof import("jsqr").default;
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    if (context === null || video.videoWidth === 0) return null;
    canvas.width = WIDTH;
    canvas.height = Math.round((WIDTH * video.videoHeight) / video.videoWidth);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return read(data, width, height, { inversionAttempts: "dontInvert" })?.data ?? null;
  };
}
