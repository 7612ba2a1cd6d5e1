// The contact sheet: every section in four languages, both ways of hanging, four themes, and the postings that are hard to set,
// as pictures beside each other, with a list of whatever does not fit. Called by run.ts (`npm run pictures`) and by the tests.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "preact-render-to-string";
import sharp from "sharp";
import { qrAddress } from "../../server/domain/address.ts";
import type { Theme } from "../../server/domain/display.ts";
import { THEMES } from "../../server/domain/display.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import { readCatalogues } from "../../server/readCatalogues.ts";
import { Card } from "../../templates/parts/Card.tsx";
import type { CardProps } from "../../templates/parts/cardProps.ts";
import { cardScale } from "../../templates/parts/cardScale.ts";
import { EmptyBoard } from "../../templates/parts/EmptyBoard.tsx";
import { NightCard } from "../../templates/parts/NightCard.tsx";
import { freshness } from "../../templates/parts/noticeWords.ts";
import { PairCard } from "../../templates/parts/PairCard.tsx";
import type { Words, WordsOf } from "../../templates/parts/words.ts";
import { createWords } from "../../templates/parts/words.ts";
import { anOffice } from "../builders.ts";
import { pictureCases } from "./cases.ts";
import type { Frame, Photographer } from "./photographer.ts";
import { createPhotographer } from "./photographer.ts";
import { NOW } from "./publicPosting.ts";

export const FRAMES: Readonly<Record<string, Frame>> = {
  landscape: { width: 1920, height: 1080 },
  portrait: { width: 1080, height: 1920 },
  fourK: { width: 3840, height: 2160 },
};
const LANGUAGES = ["it", "en", "fr", "de"] as const;
const PUBLIC_URL = "https://lavoro.example.it";
const OFFICE = anOffice("lecce", {
  name: "Centro per l’impiego di Lecce",
  municipality: "Lecce",
  address: "Viale Giovanni Paolo II, 3",
  phones: ["0832 000 000"],
  opening: [
    { days: [0, 1, 2, 3, 4], from: "08:30", to: "11:30", byAppointment: false },
    { days: [1], from: "15:00", to: "16:30", byAppointment: false },
    { days: [3], from: null, to: null, byAppointment: true },
  ],
});
const HEARD = NOW - 20_000;
/** Width of one picture on the sheet, in pixels. */
const THUMB = 640;

export interface ContactSheet {
  readonly pictures: number;
  /** What does not fit, by picture. */
  readonly faults: readonly string[];
}

export function cardMarkup(posting: PublicPosting, words: Words, frame: Frame, theme: Theme = "light"): string {
  const { base } = cardScale(frame.width, frame.height);
  return framed(render(<Card {...propsOf(posting, words, frame, theme)} />), base, frame);
}

/** Two languages side by side; `confirmedAt` is when the server was last heard. */
export function pairMarkup(
  posting: PublicPosting,
  words: readonly [Words, Words],
  frame: Frame,
  theme: Theme = "light",
  confirmedAt: Instant = HEARD,
): string {
  const { base } = cardScale(frame.width, frame.height);
  const [first, second] = words.map((one) => propsOf(posting, one, frame, theme, confirmedAt));
  return framed(render(<PairCard sides={[first as CardProps, second as CardProps]} />), base, frame);
}

function propsOf(
  posting: PublicPosting,
  words: Words,
  frame: Frame,
  theme: Theme,
  confirmedAt: Instant = HEARD,
): CardProps {
  return {
    posting,
    words,
    now: NOW,
    qr: qrAddress(PUBLIC_URL, posting.code, words.locale.id, posting.revision, "L1"),
    publicUrl: PUBLIC_URL,
    turn: { place: 3, of: 24 },
    freshness: freshness(confirmedAt, NOW, words),
    office: "Centro per l’impiego di Lecce",
    layout: cardScale(frame.width, frame.height).layout,
    theme,
  };
}

function framed(markup: string, base: number, frame: Frame): string {
  return `<div style="--base:${base}px;width:${frame.width}px;height:${frame.height}px">${markup}</div>`;
}

/** Writes single pictures and sheets into `outDir`. @param only names of cases, all without */
export async function makeContactSheet(
  outDir: string,
  browserPath: string,
  projectRoot = process.cwd(),
  only?: readonly string[],
): Promise<ContactSheet> {
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
        for (const locale of LANGUAGES)
          row.push(await take(`${frameName}-${name}-${locale}`, cardMarkup(posting, wordsOf(locale), frame), frame));
        rows.push(row);
      }
      await writeSheet(join(outDir, `sheet-${frameName}.png`), rows, frame);
    }
    const still = only === undefined || only.includes("still") ? await takeStill(wordsOf, take) : [];
    if (still.length > 0) await writeSheet(join(outDir, "sheet-still.png"), still, FRAMES.landscape as Frame);
    const frame = FRAMES.landscape as Frame;
    const themed: Buffer[][] = [];
    for (const [name, posting] of cases.slice(0, 7)) {
      const row: Buffer[] = [];
      for (const theme of THEMES)
        row.push(await take(`theme-${theme}-${name}`, cardMarkup(posting, wordsOf("it"), frame, theme), frame));
      themed.push(row);
    }
    await writeSheet(join(outDir, "sheet-themes.png"), themed, frame);
  } finally {
    await photographer.close();
  }
  return { pictures, faults };
}

type Take = (name: string, markup: string, frame: Frame) => Promise<Buffer>;

async function takeStill(wordsOf: WordsOf, take: Take): Promise<Buffer[][]> {
  const rows: Buffer[][] = [];
  for (const name of ["landscape", "portrait"]) {
    const frame = FRAMES[name] as Frame;
    const row: Buffer[] = [];
    for (const [view, markup] of Object.entries(stillMarkup(wordsOf, frame)))
      row.push(await take(`${name}-${view}`, markup, frame));
    if (name === "landscape") rows.push(row);
  }
  return rows;
}

/** What a display shows where there is no posting: each in all four languages. */
export function stillMarkup(wordsOf: WordsOf, frame: Frame): Record<string, string> {
  const words = LANGUAGES.map((locale) => wordsOf(locale));
  const { base, layout } = cardScale(frame.width, frame.height);
  const late = NOW - 86_400_000;
  const board = { words, now: NOW, layout };
  const views = {
    empty: <EmptyBoard {...board} office={OFFICE} confirmedAt={NOW} />,
    emptyLate: <EmptyBoard {...board} office={{ ...OFFICE, opening: [], address: null }} confirmedAt={late} />,
    emptyDark: <EmptyBoard {...board} office={OFFICE} confirmedAt={late} theme="dark" />,
    night: <NightCard office={OFFICE} words={words} now={NOW + 13 * 3_600_000} layout={layout} />,
  };
  return Object.fromEntries(Object.entries(views).map(([name, view]) => [name, framed(render(view), base, frame)]));
}

async function photograph(
  photographer: Photographer,
  markup: string,
  frame: Frame,
): Promise<{ image: Buffer; faults: string[] }> {
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
  await sharp({ create: { ...size, channels: 3, background: "#8a8f94" } })
    .composite(thumbs)
    .png()
    .toFile(path);
}
