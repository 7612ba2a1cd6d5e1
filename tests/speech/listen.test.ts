// Postings read aloud by the real voice: four languages over HTTP, in parts, kept, over when the posting is; voices that hang, lie or are absent.
import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import type { BoardAnswer, ClientAnswer, PostingAnswer } from "../../server/domain/httpContract.ts";
import { createCommandSpeaker } from "../../server/speech/commandSpeaker.ts";
import { findSpeaker } from "../../server/speech/findSpeaker.ts";
import { joinWavs } from "../../server/speech/wav.ts";
import { describeWith } from "../setup/describeWith.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { startHouse } from "../startHouse.ts";

const PATH = process.env.PATH ?? "";

describeWith(["espeak", "lame"], "a posting read aloud", async () => {
  const house = await startHouse({ publicUrl: "https://bacheca.example.it", env: { PATH } });
  const { postings } = (await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as BoardAnswer;
  const code = postings[0]?.code ?? "";
  const listen = (lang: string, headers: Record<string, string> = {}) =>
    fetch(`${house.base}/listen/${code}/${lang}`, { headers });

  it("is a sound of its own in each language, spoken once and kept; the page and the display offer it (people 19)", async () => {
    const page = await (await fetch(`${house.base}/o/${code}/de`)).text();
    expect(page).toContain(`<audio controls preload="none" src="/listen/${code}/de"`);
    expect(page).not.toContain("autoplay");
    expect(((await (await fetch(`${house.base}/api/v1/client`)).json()) as ClientAnswer).listen).toBe(true);
    const sounds = await Promise.all(["it", "en", "fr", "de", "it"].map((lang) => listen(lang)));
    const bytes = await Promise.all(sounds.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
    for (const [at, answer] of sounds.entries()) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe("audio/mpeg");
      // More than five seconds at 4 kB a second.
      expect(bytes[at]?.length).toBeGreaterThan(20_000);
    }
    expect(new Set(bytes.map((one) => one.toString("latin1"))).size).toBe(4);
    expect(readdirSync(join(house.config.dataDir, "speech"))).toHaveLength(4);
  });

  it("is given in parts and answered by its validator", async () => {
    const part = await listen("it", { range: "bytes=100-199" });
    expect(part.status).toBe(206);
    expect((await part.arrayBuffer()).byteLength).toBe(100);
    const again = await listen("it", { "if-none-match": part.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });

  it("answers plainly what there is not: no such code, no such language", async () => {
    expect((await fetch(`${house.base}/listen/0000000/it`)).status).toBe(404);
    expect((await fetch(`${house.base}/listen/${code}/xx`)).status).toBe(400);
    expect((await fetch(`${house.base}/listen/%00/it`)).status).toBe(404);
  });

  it("is silent once the posting is over [LS2]", async () => {
    const { body } = await house.staff<PostingAnswer>("GET", `/postings/${code}`);
    const closed = await house.staff("POST", `/postings/${code}/close`, {
      expected: body.posting.revision,
      reason: "filled",
    });
    expect(closed.status).toBe(200);
    const answer = await listen("it");
    expect(answer.status).toBe(410);
    expect(((await answer.json()) as { sentence: string }).sentence).not.toBe("");
  });
});

describe("a house without a voice", () => {
  it("offers nothing to listen to and says so", async () => {
    const house = await startHouse({ env: { SPEECH: "off", PATH } });
    const { postings } = (await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as BoardAnswer;
    const code = postings[0]?.code ?? "";
    expect(await (await fetch(`${house.base}/o/${code}/it`)).text()).not.toContain("<audio");
    expect((await fetch(`${house.base}/listen/${code}/it`)).status).toBe(503);
    expect(((await (await fetch(`${house.base}/api/v1/client`)).json()) as ClientAnswer).listen).toBe(false);
  });

  it("knows why: switched off, not there, a command that is not there", async () => {
    const why = async (env: Record<string, string>) => {
      const found = await findSpeaker(readConfig(env).speech);
      return found.speaker === null ? found.why : null;
    };
    expect(await why({ SPEECH: "off", PATH })).toBe("off");
    expect(await why({ PATH: temporaryFolder() })).toBe("missing");
    expect(await why({ PATH, SPEECH_COMMAND: "/nowhere/piper --model x" })).toBe("commandMissing");
  });
});

describe("a voice of one's own", () => {
  const script = (body: string) => {
    const path = join(temporaryFolder(), "voice");
    writeFileSync(path, `#!/bin/sh\n${body}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const speaker = (program: string, limitMs = 20_000) =>
    createCommandSpeaker({ voice: { program, args: ["{lang}"] }, packer: null, limitMs });
  const pieces = [{ lang: "de", text: "$(touch /tmp/never); `id`" }];

  it("that hangs is killed, that fails or gives no sound is refused, and nothing it is told is a command [V1]", async () => {
    await expect(speaker(script("sleep 60"), 300).speak(pieces)).rejects.toThrow("no answer within");
    await expect(speaker(script("exit 3")).speak(pieces)).rejects.toThrow("exit 3");
    await expect(speaker(script("cat")).speak(pieces)).rejects.toThrow("no WAV");
    await expect(speaker(script("cat /dev/zero")).speak(pieces)).rejects.toThrow("more sound");
    await expect(speaker("/nowhere/at-all").speak(pieces)).rejects.toThrow("ENOENT");
  });

  it("is told the language and the text, and other rates are brought to the first one's", async () => {
    const asked = join(temporaryFolder(), "asked");
    const wav = (rate: number, seconds: number) => {
      const head = Buffer.from(joinWavs([plainWav(rate, seconds)]));
      const path = join(temporaryFolder(), "a.wav");
      writeFileSync(path, head);
      return path;
    };
    const slow = wav(16_000, 1);
    const fast = wav(22_050, 1);
    const program = script(
      `printf '%s ' "$1" >> ${asked}; cat >> ${asked}; [ "$1" = it ] && cat ${slow} || cat ${fast}`,
    );
    const sound = Buffer.from(
      await speaker(program).speak([
        { lang: "it", text: "uno" },
        { lang: "de", text: "zwei" },
      ]),
    );
    expect(sound.readUInt32LE(24)).toBe(16_000);
    // Two seconds and the rest between them.
    expect((sound.length - 44) / 32_000).toBeCloseTo(2.4, 1);
  });
});

function plainWav(rate: number, seconds: number): Uint8Array {
  const bytes = Buffer.alloc(44 + rate * seconds * 2);
  bytes.write("RIFF", 0);
  // As a voice writes it that does not yet know how long it will speak.
  bytes.writeUInt32LE(0x7ffff024, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(0x7ffff000, 40);
  return bytes;
}
