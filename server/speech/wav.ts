// Sounds as voices give them (WAV, 16 bits) joined into one: a rest between the pieces, all at the first one's rate. Called by commandSpeaker.
import { SpeechFailed } from "./speaker.ts";

interface Sound {
  readonly rate: number;
  readonly samples: Int16Array;
}

const REST_SECONDS = 0.4;

/** @throws SpeechFailed for what is no 16-bit WAV */
export function joinWavs(wavs: readonly Uint8Array[]): Uint8Array {
  const sounds = wavs.map(readWav);
  const rate = sounds[0]?.rate ?? 0;
  const rest = new Int16Array(Math.round(rate * REST_SECONDS));
  const parts = sounds.flatMap((sound, at) => (at === 0 ? [atRate(sound, rate)] : [rest, atRate(sound, rate)]));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const joined = new Int16Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return writeWav({ rate, samples: joined });
}

/** Only the first channel. A voice that writes to a pipe cannot know the length: what the head says of it is not believed. */
function readWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 44 || name(0) !== "RIFF" || name(8) !== "WAVE") throw new SpeechFailed("the voice gave no WAV");
  let rate = 0;
  let channels = 1;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    const start = at + 8;
    if (name(at) === "fmt ") {
      channels = view.getUint16(start + 2, true);
      rate = view.getUint32(start + 4, true);
      if (view.getUint16(start, true) !== 1 || view.getUint16(start + 14, true) !== 16 || channels < 1 || rate < 4000)
        throw new SpeechFailed("the voice gave no 16-bit WAV");
    }
    if (name(at) === "data") {
      if (rate === 0) break;
      const frames = Math.floor(Math.min(size, bytes.length - start) / 2 / channels);
      const samples = new Int16Array(frames);
      for (let frame = 0; frame < frames; frame += 1)
        samples[frame] = view.getInt16(start + frame * 2 * channels, true);
      return { rate, samples };
    }
    at = start + size + (size % 2);
  }
  throw new SpeechFailed("the voice gave a WAV without sound");
}

/** Between two samples lies a straight line: enough for speech. */
function atRate({ rate, samples }: Sound, wanted: number): Int16Array {
  if (rate === wanted) return samples;
  const length = Math.floor((samples.length * wanted) / rate);
  return Int16Array.from({ length }, (_, index) => {
    const place = (index * rate) / wanted;
    const before = Math.floor(place);
    const left = samples[before] ?? 0;
    const right = samples[before + 1] ?? left;
    return Math.round(left + (right - left) * (place - before));
  });
}

function writeWav({ rate, samples }: Sound): Uint8Array {
  const data = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
