// The contact sheet: every section in four languages, both ways of hanging, four themes, and the postings that are hard to set,
// as pictures beside each other, with a list of whatever does not fit. Called by run.ts (`npm run pictures`) and by the tests.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "preact-render-to-string";
import sharp from "sharp";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Theme } from "../../templates/parts/cardProps.ts";
import type { Frame, Photographer } from "./photographer.ts";
import { qrAddress } from "../../server/domain/address.ts";
import { readCatalogues } from "../../server/readCatalogues.ts";
import { Card } from "../../templates/parts/Card.tsx";
import { THEMES } from "../../templates/parts/cardProps.ts";
import { cardScale } from "../../templates/parts/cardScale.ts";
import { freshness } from "../../templates/parts/noticeWords.ts";
import type { Words } from "../../templates/parts/words.ts";
import { createWords } from "../../templates/parts/words.ts";
import { NOW, pictureCases } from "./cases.ts";
import { createPhotographer } from "./photographer.ts";

export const FRAMES: Readonly<Record<string, Frame>> = {
  landscape: { width: 1920, height: 1080 },
  portrait: { width: 1080, height: 1920 },
  fourK: { width: 3840, height: 2160 },
};
const LANGUAGES = ["it", "en", "fr", "de"] as const;
const PUBLIC_URL = "https://lavoro.example.it";
/** Width of one picture on the sheet, in pixels. */
const THUMB = 640;

export interface ContactSheet {
  readonly pictures: number;
  /** What does not fit, by picture. */
  readonly faults: readonly string[];
}

export function cardMarkup(posting: PublicPosting, words: Words, frame: Frame, theme: Theme = "light"): string {
  const { base, layout } = cardScale(frame.width, frame.height);
  const card = (
    <Card
      posting={posting}
      words={words}
      now={NOW}
      qr={qrAddress(PUBLIC_URL, posting.code, words.locale.id, posting.revision, "L1")}
      publicUrl={PUBLIC_URL}
      turn={{ place: 3, of: 24 }}
      freshness={freshness(NOW - 20_000, NOW, words)}
      office="Centro per l’impiego di Lecce"
      layout={layout}
      theme={theme}
    />
  );
  return `<div style="--base:${base}px;width:${frame.width}px;height:${frame.height}px">${render(card)}</div>`;
}

/** Writes single pictures and sheets into `outDir`. @param only names of cases, all without */
export async function makeContactSheet(outDir: string, browserPath: string, projectRoot = process.cwd(), only?: readonly string[]): Promise<ContactSheet> {
  mkdirSync(outDir, { recursive: true });
  const wordsOf = createWords(readCatalogues(projectRoot));
  const cases = Object.entries(pictureCases()).filter(([name]) => only === undefined || only.includes(name));
  const photographer = await createPhotographer(projectRoot, browserPath);
  const faults: string[] = [];
  let pictures = 0;
  const take = async (name: string, markup: string, frame: Frame): Promise<Buffer> => {
    const picture = await photograph(photographer, markup, frame);
    faults.push(...picture.faults.map((fault) => `${name}: ${fault}`));
    writeFileSync(join(outDir, `${name}.png`), picture.image);
    pictures += 1;
    return picture.image;
  };
  try {
    for (const [frameName, frame] of Object.entries(FRAMES)) {
      const rows: Buffer[][] = [];
      for (const [name, posting] of cases) {
        const row: Buffer[] = [];
        for (const locale of LANGUAGES) row.push(await take(`${frameName}-${name}-${locale}`, cardMarkup(posting, wordsOf(locale), frame), frame));
        rows.push(row);
      }
      await writeSheet(join(outDir, `sheet-${frameName}.png`), rows, frame);
    }
    const frame = FRAMES.landscape as Frame;
    const themed: Buffer[][] = [];
    for (const [name, posting] of cases.slice(0, 7)) {
      const row: Buffer[] = [];
      for (const theme of THEMES) row.push(await take(`theme-${theme}-${name}`, cardMarkup(posting, wordsOf("it"), frame, theme), frame));
      themed.push(row);
    }
    await writeSheet(join(outDir, "sheet-themes.png"), themed, frame);
  } finally {
    await photographer.close();
  }
  return { pictures, faults };
}

async function photograph(photographer: Photographer, markup: string, frame: Frame): Promise<{ image: Buffer; faults: string[] }> {
  const page = await photographer.show(markup, frame);
  const faults = await photographer.overflowing(page);
  return { image: Buffer.from(await page.screenshot({ type: "png", optimizeForSpeed: true })), faults };
}

async function writeSheet(path: string, rows: readonly (readonly Buffer[])[], frame: Frame): Promise<void> {
  const gap = 12;
  const height = Math.round((THUMB * frame.height) / frame.width);
  const columns = Math.max(...rows.map((row) => row.length));
  const thumbs = await Promise.all(
    rows.flatMap((row, y) =>
      row.map(async (image, x) => ({
        input: await sharp(image).resize(THUMB, height).toBuffer(),
        left: gap + x * (THUMB + gap),
        top: gap + y * (height + gap),
      })),
    ),
  );
  const size = { width: gap + columns * (THUMB + gap), height: gap + rows.length * (height + gap) };
  await sharp({ create: { ...size, channels: 3, background: "#8a8f94" } }).composite(thumbs).png().toFile(path);
}
