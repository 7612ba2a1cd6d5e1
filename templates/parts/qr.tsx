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
}

/** Has no width of its own: the style sheet sets it, quiet zone included. Black on white also in dark surroundings. */
export function Qr({ address, label }: QrProps) {
  const code = qrModules(address);
  const side = code.size + 2 * QUIET_ZONE;
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path stroke="#000" fill="none" d={darkRuns(code)} />
    </svg>
  );
}

// Runs of dark modules as strokes one module thick: half the size of filled squares.
function darkRuns({ size, isDark }: QrModules): string {
  let path = "";
  for (let row = 0; row < size; row += 1) {
    let end = 0;
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue;
      let length = 1;
      while (column + length < size && isDark(row, column + length)) length += 1;
      path += end === 0 ? `M${column + QUIET_ZONE} ${row + QUIET_ZONE}.5h${length}` : `m${column - end} 0h${length}`;
      column += length;
      end = column;
    }
  }
  return path;
}

function fits(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
