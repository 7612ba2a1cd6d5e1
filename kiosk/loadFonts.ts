// Titillium Web before the first words: a card that changes its letters before the reader's eyes is not calm.
// Called once by main.tsx; gives up waiting after two seconds. Where they are is also asked by drawGlass.
import { FONT_FAMILY, FONT_FILES } from "../templates/parts/fonts.ts";
import { reportFault } from "./reportFault.ts";

const addresses = import.meta.glob<string>(
  "../node_modules/@fontsource/titillium-web/files/titillium-web-latin{,-ext}-{400,600,700}-normal.woff2",
  { query: "?url", import: "default", eager: true },
);

/** Where the letters are, for whoever must take them along. */
export function fontAddresses() {
  return FONT_FILES.flatMap(({ file, weight, range }) => {
    const address = Object.entries(addresses).find(([path]) => path.endsWith(`/${file}`))?.[1];
    return address === undefined ? [] : [{ family: FONT_FAMILY, weight, range, address }];
  });
}

export async function loadFonts(patience = 2_000): Promise<void> {
  const faces = fontAddresses().map(
    ({ family, weight, range, address }) =>
      new FontFace(family, `url("${address}") format("woff2")`, { weight: String(weight), unicodeRange: range }),
  );
  for (const face of faces) document.fonts.add(face);
  const loaded = Promise.all(faces.map((face) => face.load())).catch((fault) => reportFault("fonts", fault));
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, patience))]);
}
