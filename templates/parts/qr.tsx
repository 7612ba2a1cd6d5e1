/// <reference path="./qrcodeCore.d.ts" />
// A QR code as one inline SVG path: no image, no seams between modules, a description for who cannot see it.
// Called by card, page and poster templates on the server and by the display in the browser.
import { create } from "qrcode/lib/core/qrcode.js";

/** The margin readers rely on, in modules; it is part of the drawing. */
const QUIET_ZONE = 4;

export interface QrModules {
  /** Modules a side, without the quiet zone. */
  readonly size: number;
  readonly level: "Q" | "H";
  readonly version: number;
  readonly isDark: (row: number, column: number) => boolean;
}

/**
 * Level Q always (a torn or shiny sheet must still be read), H where it costs no larger version.
 * Upper-case addresses without `?`, `=`, `&` and `#` take a third less room: give it what qrAddress gives.
 * @throws if the address is empty or beyond any QR code (about 1,600 letters)
 */
export function qrModules(address: string): QrModules {
  const versionAt = (level: "Q" | "H") => create(address, { errorCorrectionLevel: level, maskPattern: 0 }).version;
  const smallest = versionAt("Q");
  const level = fits(() => versionAt("H") === smallest) ? "H" : "Q";
  const { modules, version } = create(address, { errorCorrectionLevel: level });
  return { size: modules.size, level, version, isDark: (row, column) => Boolean(modules.get(row, column)) };
}

export interface QrProps {
  readonly address: string;
  /** What scanning it leads to, in the language around it. */
  readonly label: string;
  /** White already, and a ground of its own costs the printer a sixth of an index: elsewhere a code brings one, for dark surroundings. */
  readonly onPaper?: boolean;
}

/** Has no width of its own: the style sheet sets it, quiet zone included. */
export function Qr({ address, label, onPaper = false }: QrProps) {
  const code = qrModules(address);
  const side = code.size + 2 * QUIET_ZONE;
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges">
      {!onPaper && <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />}
      <path stroke="#000" fill="none" d={darkRuns(code)} />
    </svg>
  );
}

interface Run {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

// Runs of dark modules as strokes one module thick: half the size of filled squares. A module is drawn with the longer of the two runs it stands
// in, its row's or its column's: a fifth fewer strokes than rows alone.
function darkRuns({ size, isDark }: QrModules): string {
  const across = runsOf(size, isDark);
  const down = runsOf(size, (row, column) => isDark(column, row));
  const lengths = (runs: readonly Run[]) => {
    const at = new Uint8Array(size * size);
    for (const { row, column, length } of runs) at.fill(length, row * size + column, row * size + column + length);
    return (row: number, column: number) => at[row * size + column] ?? 0;
  };
  const [acrossAt, downAt] = [lengths(across), lengths(down)];
  const serves = ({ row, column, length }: Run, other: (row: number, column: number) => number, less: number) =>
    Array.from({ length }, (_, at) => other(column + at, row)).some((crossing) => crossing <= length - less);
  let path = "";
  let [x, y] = [0, 0];
  const stroke = (fromX: number, fromY: number, direction: "h" | "v", length: number) => {
    path += `m${fromX - x} ${fromY - y}${direction}${length}`;
    [x, y] = direction === "h" ? [fromX + length, fromY] : [fromX, fromY + length];
  };
  for (const run of across)
    if (serves(run, downAt, 0)) stroke(run.column + QUIET_ZONE, run.row + QUIET_ZONE + 0.5, "h", run.length);
  for (const run of down)
    if (serves(run, acrossAt, 1)) stroke(run.row + QUIET_ZONE + 0.5, run.column + QUIET_ZONE, "v", run.length);
  return path;
}

function runsOf(size: number, isDark: QrModules["isDark"]): Run[] {
  const runs: Run[] = [];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      let length = 0;
      while (column + length < size && isDark(row, column + length)) length += 1;
      if (length > 0) runs.push({ row, column, length });
      column += length;
    }
  return runs;
}

function fits(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
