// Types of the hyphenation packages, which bring none. Referenced by hyphenate.ts.

interface HyphenationPatterns {
  readonly id: string;
  readonly leftmin: number;
  readonly rightmin: number;
  readonly patterns: Readonly<Record<string, string>>;
}

declare module "hypher" {
  export default class Hypher {
    constructor(patterns: HyphenationPatterns);
    /** The word cut where it may be broken. */
    hyphenate(word: string): string[];
  }
}

declare module "hyphenation.it" {
  const patterns: HyphenationPatterns;
  export default patterns;
}
declare module "hyphenation.en-gb" {
  const patterns: HyphenationPatterns;
  export default patterns;
}
declare module "hyphenation.fr" {
  const patterns: HyphenationPatterns;
  export default patterns;
}
declare module "hyphenation.de" {
  const patterns: HyphenationPatterns;
  export default patterns;
}
