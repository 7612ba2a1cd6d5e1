// Types of the one file of the qrcode package that draws nothing: its browser entry would bring canvas code along.
// Used by qr.tsx.
declare module "qrcode/lib/core/qrcode.js" {
  export interface QrSymbol {
    readonly version: number;
    readonly modules: { readonly size: number; get(row: number, column: number): number | boolean };
  }
  export interface QrOptions {
    readonly errorCorrectionLevel: "L" | "M" | "Q" | "H";
    /** Given: skips the costly choice of a mask. */
    readonly maskPattern?: number;
  }
  /** @throws if the text is empty or too long for any version */
  export function create(text: string, options: QrOptions): QrSymbol;
}
