// The arrangements made of panels: two languages a page, four on one, four leaflets, a poster with strips, a slip.
// Called by Poster. A language that is over stands alone on its page, larger.
import { renderToString } from "preact-render-to-string";
import type { PaperFormat, PaperSize } from "../../server/domain/paper.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { Qr } from "../parts/qr.tsx";
import type { Arranged, Told } from "./arranged.ts";
import type { FittedPanel } from "./fitPanel.ts";
import { fitPanels } from "./fitPanel.ts";
import { Panel } from "./Panel.tsx";
import type { PanelBox } from "./panelBox.ts";
import { HALF, LEAFLET, QUARTER, TOP } from "./panelBox.ts";
import { Strip } from "./Strip.tsx";
import { cut } from "./shortenSheet.ts";

const LEAFLETS = 4;
const STRIPS = 8;
/** Letters of owner, code and date that stand on two lines beside the common code. */
const COMMON_FOOT = 130;

export interface PanelInput {
  readonly posting: PublicPosting;
  readonly told: readonly Told[];
  /** Leads to the reader's own language. */
  readonly anyAddress: string;
  readonly format: PaperFormat;
  readonly size: PaperSize;
}

export function panelPages(input: PanelInput): Arranged {
  const { told } = input;
  switch (input.format) {
    case "two":
      return joined(pairs(told).map((pair) => twoPage(input, pair)));
    case "four":
      return joined(quartets(told).map((four) => fourPage(input, four)));
    case "leaflet":
      return leafletPage(input);
    case "slip":
      return joined(told.map((one) => slipPage(input, one)));
    default:
      return joined(told.map((one) => stripsPage(input, one)));
  }
}

interface Fitted extends Told {
  readonly fitted: FittedPanel;
}

function fitAll(told: readonly Told[], box: PanelBox): Fitted[] {
  const panels = fitPanels(
    told.map(({ text }) => text),
    box,
  );
  return told.map((one, at) => ({ ...one, fitted: panels[at] as FittedPanel }));
}

const shortenedOf = (all: readonly Fitted[]): string[] =>
  all.filter(({ fitted }) => fitted.shortened).map(({ words }) => words.locale.id);

const sizeClass = (size: PaperSize): string => (size === "a3" ? " is-a3" : "");

function twoPage({ posting, size }: PanelInput, pair: readonly Told[]): Arranged {
  const all = fitAll(pair, HALF);
  const page = (
    <section class={`sheet is-two${sizeClass(size)}`}>
      {all.map((one) => (
        <Panel posting={posting} words={one.words} box={HALF} fitted={one.fitted} address={one.address} />
      ))}
    </section>
  );
  return { body: renderToString(page), shortened: shortenedOf(all), codes: pair.map(({ address }) => address) };
}

function fourPage({ posting, anyAddress, size }: PanelInput, four: readonly Told[]): Arranged {
  // The common foot says owner, code and date once; each quarter keeps its own law.
  const quarters = four.map((one) => ({ ...one, text: { ...one.text, foot: one.text.foot.slice(0, -1) } }));
  const all = fitAll(quarters, QUARTER);
  const first = four[0] as Told;
  const page = (
    <section class={`sheet is-four${sizeClass(size)}`}>
      <div class="sheet-grid">
        {all.map((one) => (
          <Panel posting={posting} words={one.words} box={QUARTER} fitted={one.fitted} address={null} />
        ))}
      </div>
      <div class="sheet-common">
        <div>
          {four.map(({ words, text }) => (
            <p lang={words.locale.id}>{text.invitation}</p>
          ))}
          <p>
            <b>{first.text.spoken}</b>
          </p>
          {first.text.warning !== null && <p class="sheet-small">{first.text.warning}</p>}
          <p class="sheet-small" lang={first.words.locale.id}>
            {cut(first.text.foot.at(-1) ?? "", COMMON_FOOT)}
          </p>
        </div>
        <Qr onPaper address={anyAddress} label={first.words.t("poster:qrLabel", { address: first.text.spoken })} />
      </div>
    </section>
  );
  return { body: renderToString(page), shortened: shortenedOf(all), codes: [anyAddress] };
}

/** Four places, filled in turn: one language four times, two twice, four once. */
function leafletPage({ posting, told }: PanelInput): Arranged {
  const all = fitAll(told, LEAFLET);
  const places = Array.from(
    { length: Math.max(LEAFLETS, Math.ceil(told.length / LEAFLETS) * LEAFLETS) },
    (_, at) => all[at % all.length] as Fitted,
  );
  const pages = quartets(places).map((four) => (
    <section class="sheet is-cut">
      {four.map((one) => (
        <div class="leaflet-place">
          <Panel posting={posting} words={one.words} box={LEAFLET} fitted={one.fitted} address={one.address} />
        </div>
      ))}
    </section>
  ));
  return {
    body: pages.map((page) => renderToString(page)).join(""),
    shortened: shortenedOf(all),
    codes: places.map(({ address }) => address),
  };
}

function slipPage({ posting }: PanelInput, one: Told): Arranged {
  const all = fitAll([one], LEAFLET);
  const page = (
    <section class="sheet is-slip">
      <Panel
        posting={posting}
        words={one.words}
        box={LEAFLET}
        fitted={(all[0] as Fitted).fitted}
        address={one.address}
      />
    </section>
  );
  return { body: renderToString(page), shortened: shortenedOf(all), codes: [one.address] };
}

function stripsPage({ posting }: PanelInput, one: Told): Arranged {
  const all = fitAll([one], TOP);
  const page = (
    <section class="sheet is-strips">
      <Panel posting={posting} words={one.words} box={TOP} fitted={(all[0] as Fitted).fitted} address={one.address} />
      <div class="strips" lang={one.words.locale.id}>
        {Array.from({ length: STRIPS }, () => (
          <Strip posting={posting} told={one} />
        ))}
      </div>
    </section>
  );
  return {
    body: renderToString(page),
    shortened: shortenedOf(all),
    codes: Array.from({ length: STRIPS + 1 }, () => one.address),
  };
}

function joined(parts: readonly Arranged[]): Arranged {
  return {
    body: parts.map(({ body }) => body).join(""),
    shortened: parts.flatMap(({ shortened }) => shortened),
    codes: parts.flatMap(({ codes }) => codes),
  };
}

const pairs = <T,>(all: readonly T[]): T[][] => chunks(all, 2);
const quartets = <T,>(all: readonly T[]): T[][] => chunks(all, 4);

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, at * size + size));
}
