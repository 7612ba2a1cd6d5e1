// Ticks a sheet off by the code in one's hand: through the phone's camera, or by typing it. Called by WallPage.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { readPrintedAddress } from "../../server/domain/printedAddress.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { wallWord } from "../words/words.ts";
import { openDetector } from "./openDetector.ts";

/** A camera is given to pages of a real https address only; elsewhere the code is typed. */
const hasCamera = (): boolean => navigator.mediaDevices !== undefined;

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
    if (!looking.value) return;
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setInterval> | undefined;
    let over = false;
    let last = "";
    const begin = async () => {
      const [detect, given] = await Promise.all([
        openDetector(),
        navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }),
      ]);
      stream = given;
      if (over || video.current === null) return end();
      video.current.srcObject = given;
      timer = setInterval(async () => {
        if (video.current === null || video.current.readyState < 2) return;
        const found = await detect(video.current);
        if (found === null || found === last) return;
        last = found;
        onCode(readPrintedAddress(found).code);
      }, LOOK_EVERY);
    };
    const end = () => {
      over = true;
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    begin().catch(() => (looking.value = false));
    return end;
  }, [looking.value]);
  return (
    <section class="wall-scan" aria-labelledby="wall-scan">
      <h2 id="wall-scan">{wallWord("scan.title")}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onCode(readPrintedAddress(typed.value).code);
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
        {hasCamera() && (
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
