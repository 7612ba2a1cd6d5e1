// Postings read aloud by the real voice: four languages over HTTP, in parts, kept, over when the posting is; voices that hang, lie or are absent.
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkVoice } from "../../server/commands/checkVoice.ts";
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

describe("the doctor", () => {
  const says = async (env: Record<string, string>) => {
    const { level, text } = await checkVoice(readConfig(env).speech);
    return `${level}: ${text}`;
  };
  /** Only what is put there is found. */
  const only = (programs: Record<string, string>) => {
    const folder = temporaryFolder();
    for (const [name, body] of Object.entries(programs))
      writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    return folder;
  };

  it("says why there is nothing to hear, and what to do", async () => {
    expect(await says({ SPEECH: "off", PATH })).toBe("ok: Ascolto: spento (SPEECH=off)");
    expect(await says({ PATH: only({}) })).toMatch(/^advice: .*nessun tasto «Ascolta».*apt-get install espeak-ng/);
    expect(await says({ PATH: only({ "espeak-ng": "exit 1" }) })).toMatch(/^problem: .*la voce non risponde/);
    expect(await says({ PATH, SPEECH_COMMAND: "/nowhere/piper --model x" })).toMatch(
      /^problem: .*\/nowhere\/piper, scritto in SPEECH_COMMAND, non si trova/,
    );
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

  it("named in SPEECH_COMMAND is the one that is heard", async () => {
    const folder = temporaryFolder();
    const wav = join(folder, "voice.wav");
    writeFileSync(wav, joinWavs([plainWav(16_000, 1)]));
    writeFileSync(join(folder, "voice"), `#!/bin/sh\necho "$1" >> ${folder}/asked\n/bin/cat ${wav}\n`, { mode: 0o755 });
    const house = await startHouse({ env: { SPEECH_COMMAND: `${join(folder, "voice")} {lang}`, PATH: folder } });
    const { postings } = (await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as BoardAnswer;
    const answer = await fetch(`${house.base}/listen/${postings[0]?.code}/de`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "audio/wav"]);
    expect(Buffer.from(await answer.arrayBuffer()).readUInt32LE(24), "its own rate").toBe(16_000);
    expect(readFileSync(join(folder, "asked"), "utf8").split("\n")).toContain("de");
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
