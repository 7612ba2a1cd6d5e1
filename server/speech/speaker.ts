// The port to whoever speaks: a text in a language becomes a sound. Implemented by commandSpeaker; called by services/speakPosting.
import type { SpokenPiece } from "../domain/speech.ts";

export interface Speaker {
  /** Which voice, for the key of what is kept: another voice speaks everything anew. */
  readonly voice: string;
  readonly type: SoundType;
  /**
   * The pieces one after another with a short rest between, each by the voice of its own language.
   * @throws SpeechFailed when the voice fails, takes too long or gives something that is no sound
   */
  speak(pieces: readonly SpokenPiece[]): Promise<Uint8Array>;
  /** Ends whatever speaks now. */
  close(): void;
}

export type SoundType = "audio/mpeg" | "audio/wav";

export class SpeechFailed extends Error {}
