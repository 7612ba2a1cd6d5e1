// Plays a posting read aloud, one at a time; never by itself. Made by TouchGlass.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Code } from "../../server/domain/code.ts";
import type { Locale } from "../../server/domain/locale.ts";
import { listenPath } from "../../server/domain/speech.ts";

export interface Listener {
  /** What is heard now, or null. */
  readonly heard: ReadonlySignal<Code | null>;
  /** The sound did not come: no network, or no voice any more. */
  readonly failed: ReadonlySignal<boolean>;
  /** From 1 to 4. */
  readonly volume: ReadonlySignal<number>;
  play(code: Code, locale: Locale): void;
  louder(by: 1 | -1): void;
  stop(): void;
}

const LOUDEST = 4;
const USUAL = 3;

export function createListener(): Listener {
  const heard = signal<Code | null>(null);
  const failed = signal(false);
  const volume = signal(USUAL);
  let sound: HTMLAudioElement | null = null;

  const stop = () => {
    sound?.pause();
    sound = null;
    heard.value = null;
  };
  return {
    heard,
    failed,
    volume,
    play(code, locale) {
      stop();
      const mine = new Audio(listenPath(code, locale));
      const lost = () => {
        if (sound !== mine) return;
        stop();
        failed.value = true;
      };
      sound = mine;
      failed.value = false;
      heard.value = code;
      mine.volume = volume.peek() / LOUDEST;
      mine.onended = () => sound === mine && stop();
      mine.onerror = lost;
      mine.play().catch(lost);
    },
    louder(by) {
      volume.value = Math.max(1, Math.min(LOUDEST, volume.peek() + by));
      if (sound !== null) sound.volume = volume.peek() / LOUDEST;
    },
    stop() {
      stop();
      failed.value = false;
      volume.value = USUAL;
    },
  };
}
