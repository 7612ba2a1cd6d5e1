// A posting in large type, one part at a time; only words change from part to part. Called by the display; needs tokens.css and large.css, and `--type`
// (the size of every letter) set around it.
import { SHAPE_OF } from "../../server/domain/section.ts";
import type { CardProps } from "./cardProps.ts";
import { fitLarge, type LargeLine, type LargeRoom } from "./fitLarge.ts";
import { formatsOf } from "./formats.ts";
import { Qr } from "./qr.tsx";
import { Shape } from "./Shape.tsx";

interface LargeCardProps extends CardProps {
  readonly room: LargeRoom;
  /** Which part, from 0. */
  readonly part: number;
}

export function LargeCard(props: LargeCardProps) {
  const { posting, words, now, room, part, theme = "light", qr, freshness } = props;
  const { band, parts, measures } = fitLarge(
    posting,
    words,
    now,
    room,
    freshness?.late === true ? freshness.words : null,
  );
  const shown = Math.min(part, parts.length - 1);
  const em = (value: number) => `calc(var(--type) * ${Math.round(value * 1000) / 1000})`;
  // Titles and facts are one list to whoever reads by ear; what is seen is a part of it.
  const lines = parts[shown] as readonly LargeLine[];
  const code = measures.code > 0 || shown === parts.length - 1;
  return (
    <article
      class={measures.upright ? "large large-upright" : "large"}
      data-section={posting.content.section}
      data-theme={theme}
      lang={words.locale.id}
      dir={words.locale.dir}
    >
      <header class="large-band" style={{ height: em(measures.band) }}>
        <Shape name={SHAPE_OF[posting.content.section]} />
        <p>
          {band.map((line) => (
            <span key={line} class="large-line">
              {line}
            </span>
          ))}
        </p>
      </header>
      <div class="large-body">
        <div class="large-words" style={{ width: em(measures.text) }}>
          {lines.map((line, at) => (
            <Row
              key={`${shown} ${at}`}
              line={line}
              own={words.locale.id}
              first={at === 0}
              title={shown === 0 && at === 0}
            />
          ))}
        </div>
        {code && (
          <div class="large-code" style={{ width: em(measures.code || 4.6) }}>
            <Qr address={qr} label={words.t("card:scanLabel")} />
          </div>
        )}
      </div>
      <footer class="large-foot" style={{ height: em(measures.foot) }}>
        <span>{words.locale.name}</span>
        <span class="tabular">
          {formatsOf(words.locale).time(now)}
          {parts.length > 1 && ` · ${shown + 1}/${parts.length}`}
        </span>
      </footer>
    </article>
  );
}

interface RowProps {
  readonly line: LargeLine;
  readonly own: string;
  readonly first: boolean;
  readonly title: boolean;
}

function Row({ line, own, first, title }: RowProps) {
  const classes = [
    "large-line",
    `large-${line.weight}`,
    line.quiet ? "large-quiet" : "",
    line.begins && !first ? "large-begins" : "",
  ];
  const shared = {
    class: classes.filter((one) => one !== "").join(" "),
    ...(line.lang === own ? {} : { lang: line.lang }),
  };
  return title ? <h1 {...shared}>{line.text}</h1> : <p {...shared}>{line.text}</p>;
}
