// What a messenger shows of an address passed on, and what a phone needs to install the board: every claim of a page's head is followed.
import sharp from "sharp";
import { expect, it } from "vitest";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { startHouse } from "../startHouse.ts";

const PUBLIC = "https://bacheca.example.it";
const house = await startHouse({ publicUrl: PUBLIC });
const open = [...house.house.mirror.entries()].filter(({ posting }) => posting.state === "open");
const sections = new Map(open.map(({ posting }) => [posting.published?.content.section, posting]));
/** Above that a well-known messenger shows no picture. */
const HEAVIEST = 300_000;

it.each(CORE_LOCALES)(
  "a posting of every section has its card in %s: words, address and a picture of the size told",
  async (locale) => {
    expect(sections.size).toBeGreaterThanOrEqual(6);
    for (const [section, { code, revision }] of sections) {
      // As a printed code leads there.
      const html = await (await fetch(`${house.base}/o/${code}/${locale}/${revision.toString(32)}`)).text();
      const told = (name: string) => new RegExp(`<meta property="og:${name}" content="([^"]+)"`).exec(html)?.[1] ?? "";
      expect(told("url"), section).toBe(`${PUBLIC}/o/${code}/${locale}`);
      expect(told("title").length, section).toBeGreaterThan(3);
      expect(told("description").length, section).toBeGreaterThan(20);
      expect(told("image:alt"), section).toBe(told("title"));
      expect(told("locale"), section).toMatch(/^[a-z]{2}_[A-Z]{2}$/);
      expect(html).toContain('<meta name="twitter:card" content="summary_large_image"');
      const image = new URL(told("image").replaceAll("&amp;", "&"));
      expect(image.origin).toBe(PUBLIC);
      const answer = await fetch(house.base + image.pathname + image.search);
      expect([answer.status, answer.headers.get("set-cookie")]).toEqual([200, null]);
      const picture = Buffer.from(await answer.arrayBuffer());
      expect(picture.length).toBeLessThan(HEAVIEST);
      const { format, width, height } = await sharp(picture).metadata();
      expect([format, width, height]).toEqual(["png", Number(told("image:width")), Number(told("image:height"))]);
    }
  },
);

it.each(CORE_LOCALES)(
  "the board can be installed in %s: name, beginning, icons of the sizes told, service worker",
  async (locale) => {
    const html = await (await fetch(`${house.base}/${locale}/`)).text();
    const address = /<link rel="manifest" href="([^"]+)"/.exec(html)?.[1] ?? "";
    const answer = await fetch(house.base + address);
    expect(answer.headers.get("content-type")).toContain("application/manifest+json");
    const manifest = (await answer.json()) as Manifest;
    expect([manifest.lang, manifest.start_url, manifest.display]).toEqual([locale, `/${locale}/`, "standalone"]);
    expect(manifest.name.length).toBeGreaterThan(5);
    expect((await fetch(house.base + manifest.start_url)).status).toBe(200);
    const sides: number[] = [];
    for (const { src, type, sizes } of manifest.icons) {
      const icon = await fetch(house.base + src);
      expect(icon.headers.get("content-type")).toContain(type);
      const { width } = await sharp(Buffer.from(await icon.arrayBuffer())).metadata();
      if (sizes === "any") continue;
      expect(`${width}x${width}`).toBe(sizes);
      sides.push(width);
    }
    // What a phone asks for before it offers to install.
    expect(sides).toEqual(expect.arrayContaining([192, 512]));
    expect((await fetch(`${house.base}/worker.js`)).headers.get("content-type")).toContain("javascript");
  },
);

interface Manifest {
  readonly name: string;
  readonly lang: string;
  readonly start_url: string;
  readonly display: string;
  readonly icons: readonly { readonly src: string; readonly type: string; readonly sizes: string }[];
}
