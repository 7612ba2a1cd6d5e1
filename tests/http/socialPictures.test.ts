// Pictures and texts for virtual boards from a running house: right sizes, the project's typeface on a machine without it, text in four languages.
import sharp from "sharp";
import { expect, test } from "vitest";
import type { BoardAnswer } from "../../server/domain/httpContract.ts";
import { startHouse } from "../startHouse.ts";

const house = await startHouse({ publicUrl: "https://bacheca.example.it" });
const { postings } = (await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as BoardAnswer;
const code = postings.find(({ content }) => content.section === "targeted")?.code ?? "";

test("every shape in every language is a picture of its size, kept by a validator", async () => {
  for (const [shape, size] of Object.entries({ landscape: [1200, 630], square: [1080, 1080], story: [1080, 1920] })) {
    for (const lang of ["it", "de"]) {
      const answer = await fetch(`${house.base}/pictures/${code}.png?shape=${shape}&lang=${lang}`);
      expect(answer.status).toBe(200);
      const { width, height, format } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      expect([format, width, height]).toEqual(["png", ...size]);
      const again = await fetch(answer.url, { headers: { "if-none-match": answer.headers.get("etag") ?? "" } });
      expect(again.status).toBe(304);
    }
  }
  expect((await fetch(`${house.base}/pictures/${code}.png?shape=round`)).status).toBe(400);
  expect((await fetch(`${house.base}/pictures/0000000.png`)).status).toBe(404);
});

test("letters are drawn in Titillium Web, unpacked for a machine that lacks it (print 28)", async () => {
  await (await fetch(`${house.base}/pictures/${code}.png`)).arrayBuffer();
  // A box or a borrowed font is of another width: Titillium's "mmmm" at 100 px is 3.36 em of 0.84.
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><path fill="#fff" d="M0 0h600v200H0z"/><text x="50" y="120" font-family="Titillium Web" font-size="100" font-weight="400">mmmm</text></svg>';
  const { info } = await sharp(await sharp(Buffer.from(svg)).png().toBuffer())
    .trim({ background: "#fff" })
    .toBuffer({ resolveWithObject: true });
  expect(info.width).toBeGreaterThan(310);
  expect(info.width).toBeLessThan(338);
});

test("texts in four languages, with the law and the address", async () => {
  const { texts } = (await house.staff<{ texts: Record<string, string> }>("GET", `/postings/${code}/texts`)).body;
  expect(Object.keys(texts)).toEqual(["it", "en", "fr", "de"]);
  for (const [locale, text] of Object.entries(texts)) {
    expect(text).toContain(`https://bacheca.example.it/o/${code}/${locale}`);
    expect(text).toContain("L. 68/99");
  }
  const week = (await house.staff<{ texts: Record<string, string> }>("GET", "/reports/week/texts")).body.texts;
  expect(week.fr).toMatch(/annonces? ouvertes?/);
});
