// A posting as a picture for a virtual board: landscape 1200 × 630, square 1080, story 1080 × 1920. One SVG, drawn by server/pictures.
// The same band, title and facts as card and sheet; the address in words, since nobody scans what is on their own phone.
import { renderToString } from "preact-render-to-string";
import { spokenAddress } from "../../server/domain/address.ts";
import type { PictureShape } from "../../server/domain/pictureShape.ts";
import { PICTURE_SHAPES } from "../../server/domain/pictureShape.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import { cardFacts } from "../parts/cardFacts.ts";
import { titleOf } from "../parts/line.ts";
import { demonstrationWord, equalTreatmentLine, markWords, reservedLine } from "../parts/noticeWords.ts";
import { Shape } from "../parts/Shape.tsx";
import { sectionWords } from "../parts/sectionWords.ts";
import type { Weight } from "../parts/textWidth.ts";
import { textWidth } from "../parts/textWidth.ts";
import type { Words } from "../parts/words.ts";

const COLOURS = {
  vacancy: "#00478f",
  eures: "#5b2a86",
  targeted: "#00594c",
  selection: "#7a1f3d",
  training: "#7a3e00",
  event: "#8f2a0b",
  notice: "#2f3a44",
} as const;
const MARGIN = 64;
const BAND = 96;
const SIZES = [76, 66, 58, 50, 44, 38, 34];

export interface PictureInput {
  readonly posting: PublicPosting;
  readonly words: Words;
  readonly publicUrl: string;
  readonly shape: PictureShape;
}

interface Set {
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly quiet?: boolean;
  /** Space above. */
  readonly above: number;
}

export function socialPicture({ posting, words, publicUrl, shape }: PictureInput): string {
  const [width, height] = PICTURE_SHAPES[shape];
  const { section } = posting.content;
  const { word, note } = sectionWords(section, words);
  const demonstration = demonstrationWord(posting, words);
  const colour = COLOURS[section];
  const room = width - 2 * MARGIN;
  // A story is seen on a phone, a third as wide as it is drawn.
  const scale = shape === "story" ? 1.5 : 1;
  const foot = section === "notice" ? [] : setLines(equalTreatmentLine(words), 20 * scale, 400, room, 3, 0);
  const bottom = height - MARGIN - foot.length * 26 * scale;
  const lines = fitted(posting, words, room, bottom - BAND - 110 * scale - 40, scale);
  const address = spokenAddress(publicUrl, posting.code);
  let y = BAND + 40;
  return renderToString(
    // biome-ignore lint/a11y/noSvgWithoutTitle: never shown as SVG, it is drawn to pixels.
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family="Titillium Web"
      fill="#17202a"
    >
      <path fill="#fff" d={`M0 0h${width}v${height}H0z`} />
      <path fill={colour} d={`M0 0h${width}v${BAND}H0z`} />
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the section's word stands beside it. */}
      <svg x={MARGIN} y={24} width={48} height={48} style={{ color: "#fff" }}>
        <Shape name={SHAPE_OF[section]} />
      </svg>
      <text x={MARGIN + 68} y={62} fill="#fff" font-size={38} font-weight={700}>
        {note === null ? word : `${word} · ${note}`}
      </text>
      {demonstration !== null && (
        <text x={width - MARGIN} y={62} fill="#fff" font-size={28} font-weight={600} text-anchor="end">
          {demonstration}
        </text>
      )}
      {lines.map((line) => {
        y += line.above + line.size * 1.16;
        return (
          <text
            x={MARGIN}
            y={y}
            font-size={line.size}
            font-weight={line.weight}
            fill={line.quiet ? "#3d4853" : "#17202a"}
          >
            {line.text}
          </text>
        );
      })}
      <text
        x={MARGIN}
        y={bottom - 62 * scale}
        font-size={Math.min(34 * scale, room / textWidth(address, 700))}
        font-weight={700}
        fill={colour}
      >
        {address}
      </text>
      <text x={MARGIN} y={bottom - 22 * scale} font-size={24 * scale} fill="#3d4853">
        {clipped(posting.owner.name, 400, room / (24 * scale))}
      </text>
      {foot.map((line, at) => (
        <text x={MARGIN} y={bottom + (18 + at * 26) * scale} font-size={line.size} fill="#3d4853">
          {line.text}
        </text>
      ))}
    </svg>,
  );
}

/** Title, whom it is reserved to, facts: as many and as large as the room allows; the law never goes. */
function fitted(posting: PublicPosting, words: Words, width: number, height: number, scale: number): Set[] {
  const title = titleOf(posting, words.locale.id);
  const mark = markWords(title, words);
  const reserved = reservedLine(posting, words);
  const facts = cardFacts(posting, words, null).filter(({ stated }) => stated);
  const attempt = (base: number, count: number): Set[] | null => {
    const fact = Math.max(26, Math.min(38, base * 0.6)) * scale;
    const heading = setLines(title.text, base * scale, 700, width, 3, 0);
    const lines = [
      ...heading,
      ...(mark === null ? [] : setLines(mark, 24 * scale, 400, width, 1, 4)),
      ...(reserved === null ? [] : setLines(`${reserved.article}. ${reserved.whom}`, 26 * scale, 600, width, 4, 14)),
      ...facts
        .slice(0, count)
        .flatMap((one) => setLines(one.lines.map(({ text }) => text).join(" · "), fact, 600, width, 2, 12)),
    ];
    const high = lines.reduce((sum, line) => sum + line.above + line.size * 1.16, 0);
    const whole = base === SIZES.at(-1) || !heading.some(({ text }) => text.endsWith("…"));
    return high <= height && whole ? lines : null;
  };
  // All facts in smaller type before fewer in larger.
  for (let count = facts.length; count >= 0; count -= 1) {
    for (const base of SIZES) {
      const lines = attempt(base, count);
      if (lines !== null) return lines;
    }
  }
  return setLines(title.text, 34 * scale, 700, width, 3, 0);
}

function setLines(text: string, size: number, weight: Weight, width: number, most: number, above: number): Set[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, weight) * size <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, most).map((line) => clipped(line, weight, width / size));
  if (lines.length > most) shown[most - 1] = `${(shown[most - 1] ?? "").replace(/\s+\S*$/, "")} …`;
  return shown.map((line, at) => ({ text: line, size, weight, above: at === 0 ? above : 0 }));
}

/** One endless word is cut where the picture ends. */
function clipped(line: string, weight: Weight, width: number): string {
  let kept = line;
  while (kept.length > 1 && textWidth(kept, weight) > width) kept = `${kept.slice(0, -2)}…`;
  return kept;
}
