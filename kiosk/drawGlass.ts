// Draws what stands on the glass, when staff ask for it: the page as it is at this instant, its styles and letters with it, drawn once more by this
// same browser. Not a photograph: a television that is off, or a browser whose frames no longer reach it, shows in the heartbeat, not here.
// Called by showOffice.
import { fontAddresses } from "./loadFonts.ts";

const WIDTH = 960;
const XHTML = "http://www.w3.org/1999/xhtml";

/** A JPEG in base 64. */
export async function drawGlass(): Promise<string> {
  const { innerWidth: width, innerHeight: height } = window;
  const root = document.documentElement;
  const style = document.createElementNS(XHTML, "style");
  style.textContent = `${await letters()}${rulesOf(document)} *{animation:none!important;transition:none!important}`;
  const body = document.body.cloneNode(true) as HTMLElement;
  for (const script of [...body.querySelectorAll("script")]) script.remove();
  const words = new XMLSerializer();
  // What the style sheets say of the root must find one: here the drawing itself is it.
  const named = ["data-theme", "data-still", "lang"]
    .map((name) => `${name}="${(root.getAttribute(name) ?? "").replace(/[^\w-]/g, "")}"`)
    .join(" ");
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ${named} style="font-size:${getComputedStyle(root).fontSize}">` +
    `<foreignObject x="0" y="0" width="${width}" height="${height}">${words.serializeToString(style)}${words.serializeToString(body)}</foreignObject></svg>`;
  const image = new Image();
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error("the glass could not be drawn"));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
  const canvas = document.createElement("canvas");
  canvas.width = Math.min(WIDTH, width);
  canvas.height = Math.round((canvas.width / width) * height);
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("no canvas");
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", 0.72).replace(/^data:image\/jpeg;base64,/, "");
}

function rulesOf(page: Document): string {
  return [...page.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join("\n");
}

/** A drawing asks the network for nothing: the letters are written into it. */
async function letters(): Promise<string> {
  const faces = fontAddresses().map(async ({ family, weight, range, address }) => {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return `@font-face{font-family:"${family}";font-weight:${weight};unicode-range:${range};src:url("data:font/woff2;base64,${btoa(text)}")}`;
  });
  return (await Promise.all(faces)).join("");
}
