// Ticks a sheet off by the code in one's hand: through the phone's camera where the browser reads codes itself, else by typing it.
// Called by WallPage. The picture never leaves the phone.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { PlainField } from "../parts/PlainField.tsx";
import { wallWord } from "../words/words.ts";
import { readSheetCode } from "./readSheetCode.ts";

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorMaker = new (options: { formats: string[] }) => Detector;

/** Only some browsers have it (Chrome on Android); elsewhere the code is typed. */
const detectorMaker = (): DetectorMaker | undefined =>
  (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;

const LOOK_EVERY = 300;

export function ScanBox({
  said,
  onCode,
}: {
  readonly said: string | null;
  readonly onCode: (code: string | null) => void;
}) {
  const typed = useSignal("");
  const looking = useSignal(false);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const Maker = detectorMaker();
    if (!looking.value || Maker === undefined) return;
    let stream: MediaStream | null = null;
    let last = "";
    const detector = new Maker({ formats: ["qr_code"] });
    void navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(
      (given) => {
        stream = given;
        if (video.current) video.current.srcObject = given;
      },
      () => (looking.value = false),
    );
    const timer = setInterval(async () => {
      if (!video.current || video.current.readyState < 2) return;
      const [found] = await detector.detect(video.current);
      if (found === undefined || found.rawValue === last) return;
      last = found.rawValue;
      onCode(readSheetCode(found.rawValue));
    }, LOOK_EVERY);
    return () => {
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [looking.value]);
  return (
    <section class="wall-scan" aria-labelledby="wall-scan">
      <h2 id="wall-scan">{wallWord("scan.title")}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onCode(readSheetCode(typed.value));
          typed.value = "";
        }}
      >
        <PlainField label={wallWord("scan.hint")}>
          {(aria) => (
            <input
              {...aria}
              value={typed.value}
              autocapitalize="characters"
              onInput={(event) => (typed.value = event.currentTarget.value)}
            />
          )}
        </PlainField>
        <button type="submit">{wallWord("scan.take")}</button>
        {detectorMaker() !== undefined && (
          <button type="button" onClick={() => (looking.value = !looking.value)}>
            {wallWord(looking.value ? "scan.stop" : "scan.camera")}
          </button>
        )}
      </form>
      {looking.value && <video ref={video} class="wall-camera" autoplay muted playsInline />}
      <p role="status">{said}</p>
    </section>
  );
}
