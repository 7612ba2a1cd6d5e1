// "Is this sheet ours?": by code or address, in four languages, without scripts, asking for nothing else. A running house.
import { expect, test } from "vitest";
import type { BoardAnswer, PostingAnswer } from "../../server/domain/httpContract.ts";
import { readPrintedAddress } from "../../server/domain/printedAddress.ts";
import { startHouse } from "../startHouse.ts";
import { wordsOf } from "../templates/builders.ts";

const LOCALES = ["it", "en", "fr", "de"];
const house = await startHouse({ publicUrl: "https://bacheca.example.it" });
const { postings } = (await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as BoardAnswer;
const [open, closing] = postings.map(({ code }) => code) as [string, string];
const ask = async (locale: string, code: string) => {
  const answer = await fetch(`${house.base}/${locale}/info/sheet?code=${encodeURIComponent(code)}`);
  return { status: answer.status, html: await answer.text() };
};
const plain = (html: string) => html.replaceAll("&#39;", "’").replaceAll("\u00a0", " ");

test.each(LOCALES)(
  "in %s says ours, not ours, mistyped, somebody else's, and since when one is over",
  async (locale) => {
    const { t } = wordsOf(locale);
    const says = async (code: string, key: string, more: string[] = []) => {
      const { status, html } = await ask(locale, code);
      expect(status).toBe(200);
      expect(html).toContain(`<html lang="${locale}"`);
      const verdict = /<div class="note is-strong" role="status">.*?<\/div>/s.exec(html)?.[0] ?? "";
      for (const said of [t(`page:sheet.${key}`), ...more]) expect(plain(verdict), code).toContain(plain(said));
      return html;
    };
    await says(open, "ours", [t("page:sheet.oursOpen"), `/o/${open}/${locale}"`]);
    await says(open.toLowerCase(), "ours");
    await says(`HTTPS://BACHECA.EXAMPLE.IT/O/${open}/X/1A/W3`, "ours", [`/o/${open}/${locale}/1A"`]);
    await says(`bacheca.example.it/o/${open}`, "ours");
    // One wrong character is never another code. [C1]
    const wrong = `${open.slice(0, 2)}${open[2] === "7" ? "8" : "7"}${open.slice(3)}`;
    await says(wrong, "malformed");
    await says("0000000", "unknown");
    const foreign = await says(`https://bacheca-example.it/o/${open}`, "foreign");
    expect(foreign).toContain("bacheca-example.it");
    await says('"><script>alert(1)</script>', "malformed");
    const form = (await ask(locale, "")).html;
    expect(form).not.toContain('role="status">\n');
    expect(form.match(/<input/g)).toHaveLength(1);
    expect(form).toContain('method="get"');
  },
);

test("a closed posting is ours and says since when; a draft is not betrayed", async () => {
  const { body } = await house.staff<PostingAnswer>("GET", `/postings/${closing}`);
  await house.staff("POST", `/postings/${closing}/close`, { expected: body.posting.revision, reason: "filled" });
  const { html } = await ask("en", closing);
  expect(html).toContain("It has been closed since");
  const draft = await house.staff<PostingAnswer>("POST", "/postings", {
    owner: "lecce",
    content: body.posting.published?.content,
  });
  expect((await ask("en", draft.body.posting.code)).html).toContain(wordsOf("en").t("page:sheet.unknown"));
});

test("/o, short enough to be typed, is the same page in the reader's language, and every footer leads there", async () => {
  for (const [language, title] of [
    ["de", "Ist dieser Aushang von uns?"],
    ["it", "Il foglio è nostro?"],
  ] as const) {
    for (const path of ["/o", "/o/"]) {
      const answer = await fetch(house.base + path, { headers: { "accept-language": language } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("vary")).toContain("Accept-Language");
      expect(await answer.text()).toContain(`<h1>${title}</h1>`);
    }
  }
  expect(await (await fetch(`${house.base}/fr/`)).text()).toContain('href="/fr/info/sheet"');
});

test("every public address the OpenAPI document names is answered, this page among them", async () => {
  const document = await (await fetch(`${house.base}/api/v1/openapi.json`)).json();
  const { paths } = document as { paths: Record<string, unknown> };
  const real: Readonly<Record<string, string>> = {
    code: open,
    lang: "it",
    office: "lecce",
    revision: "1",
    place: "W1",
    number: "0",
  };
  const named = Object.keys(paths).filter((path) => !path.startsWith("/api/"));
  expect(named).toEqual(expect.arrayContaining(["/o", "/{lang}/info/sheet", "/posters/{code}.pdf"]));
  for (const path of named) {
    const answer = await fetch(house.base + path.replace(/\{(\w+)\}/g, (_, name) => real[name] ?? ""));
    // Without a browser paper is told to be unavailable; everything else is there.
    expect(path.endsWith(".pdf") ? [200, 503] : [200], path).toContain(answer.status);
    await answer.arrayBuffer();
  }
});

test("what is scanned or typed is read as code, revision and host", () => {
  expect(readPrintedAddress(` ${open.toLowerCase()} `)).toEqual({ code: open, revision: null, host: null });
  expect(readPrintedAddress(`http://localhost:8080/o/${open}/de/10`)).toEqual({
    code: open,
    revision: 32,
    host: "localhost:8080",
  });
  expect(readPrintedAddress(`/o/${open}`)).toEqual({ code: open, revision: null, host: null });
  expect(readPrintedAddress("qualcosa.example.com")).toEqual({
    code: null,
    revision: null,
    host: "qualcosa.example.com",
  });
});
