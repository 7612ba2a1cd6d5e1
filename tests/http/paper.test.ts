// Paper from a running house: every arrangement by its address, bulletins and reports, validators, refusals. The demonstration, a real browser.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { BoardAnswer } from "../../server/domain/httpContract.ts";
import { PAPER_FORMATS, sizesOf } from "../../server/domain/paper.ts";
import { drawnCodes } from "../../server/printer/drawnCodes.ts";
import { describeWith } from "../setup/describeWith.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { startHouse } from "../startHouse.ts";

describeWith(["browser"], "paper by its address", async () => {
  const house = await startHouse({ publicUrl: "https://bacheca.example.it" });
  const folder = temporaryFolder();
  const board = (await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as BoardAnswer;
  const [first] = board.postings;
  const get = async (path: string, headers: Record<string, string> = {}) => {
    // No connection kept: reading paper in between holds this process up for longer than the server keeps one.
    const answer = await fetch(house.base + path, { headers: { connection: "close", ...headers } });
    return {
      status: answer.status,
      etag: answer.headers.get("etag") ?? "",
      bytes: new Uint8Array(await answer.arrayBuffer()),
    };
  };
  const textOf = (bytes: Uint8Array) => {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, bytes);
    expect(execFileSync("qpdf", ["--check", file], { encoding: "utf8" })).toContain(
      "No syntax or stream encoding errors",
    );
    return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  };

  /** Points of the smallest letters that an address of this posting is printed in. */
  const addressSize = (bytes: Uint8Array, address: string): number => {
    const file = join(folder, "letters.pdf");
    writeFileSync(file, bytes);
    const xml = execFileSync("pdftohtml", ["-xml", "-zoom", "1", "-i", "-stdout", file], { encoding: "utf8" });
    const sizes = new Map([...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)].map(([, id, size]) => [id, size]));
    const lines = [...xml.matchAll(/<text [^>]*font="(\d+)"[^>]*>(.*?)<\/text>/g)];
    const found = lines.filter(([, , text = ""]) => text.replace(/<[^>]*>/g, "").includes(address));
    return Math.min(...found.map(([, font]) => Number(sizes.get(font))));
  };

  test("every arrangement, its own paper, the same bytes again and nothing the second time; what hangs says its address in 12 points (print 13)", {
    timeout: 120_000,
  }, async () => {
    for (const format of PAPER_FORMATS) {
      const path = `/posters/${first?.code}.pdf?format=${format}&lang=it,en,fr,de&size=${sizesOf(format)[0]}`;
      const paper = await get(path);
      expect(paper.status, format).toBe(200);
      expect((await drawnCodes(paper.bytes)).length).toBeGreaterThan(0);
      const least = format === "leaflet" || format === "strips" || format === "slip" ? 9 : 12;
      const size = addressSize(paper.bytes, `bacheca.example.it/o/${first?.code}`);
      expect(size, format).toBeGreaterThanOrEqual(least);
      expect(size, `${format} says no address`).toBeLessThan(100);
      expect((await get(path, { "if-none-match": paper.etag })).status).toBe(304);
    }
    for (const wrong of ["format=bollo", "size=a9", "format=leaflet&size=a3", "lang=it,xx", "place=a%20b"]) {
      expect((await get(`/posters/${first?.code}.pdf?${wrong}`)).status, wrong).toBe(400);
    }
  });

  test("[N3] a bulletin names every open posting once a language, each page of one section, every code its own", {
    timeout: 120_000,
  }, async () => {
    const { status, bytes } = await get("/offices/lecce/bulletin.pdf?lang=it,de&place=W1");
    expect(status).toBe(200);
    const codes = (await drawnCodes(bytes)).map(({ text }) => text ?? "");
    const expected = board.postings.flatMap(({ code }) => ["IT", "DE"].map((lang) => `/O/${code}/${lang}/`));
    expect(codes).toHaveLength(expected.length);
    for (const one of expected)
      expect(
        codes.filter((code) => code.includes(one) && code.endsWith("/W1")),
        one,
      ).toHaveLength(1);
    const names = [
      "Offerte di lavoro",
      "Europa EURES",
      "Collocamento mirato",
      "Lavoro pubblico",
      "Formazione e tirocini",
      "Eventi",
      "Comunicazioni",
    ];
    const pages = textOf(bytes).filter((page) => page.includes("Italiano"));
    for (const page of pages) {
      const head = page.split("\n").find((line) => line.trim() !== "") ?? "";
      expect(
        names.filter((name) => head.includes(name)),
        head,
      ).toHaveLength(1);
      expect(page.replace(/\s+/g, " ")).toMatch(/persone di ogni genere|Comunicazioni/);
    }
    const one = await get("/offices/lecce/bulletin.pdf?section=targeted&posters=1");
    expect(one.status).toBe(200);
    const targeted = board.postings.filter(({ content }) => content.section === "targeted");
    expect(await drawnCodes(one.bytes)).toHaveLength(targeted.length * 2);
    expect((await get("/offices/nowhere/bulletin.pdf")).status).toBe(404);
    expect((await get("/offices/lecce/bulletin.pdf?section=all")).status).toBe(400);
  });

  test("a weekly report adds up, in every language", { timeout: 60_000 }, async () => {
    const { status, bytes } = await get("/report.pdf?lang=it,en,fr,de");
    expect(status).toBe(200);
    const [page = ""] = textOf(bytes);
    const number = (row: string) => Number(new RegExp(`${row}\\s+(\\d+)`).exec(page)?.[1] ?? "0");
    const sections = [
      "Offerte di lavoro",
      "Europa EURES",
      "Collocamento mirato",
      "Lavoro pubblico",
      "Formazione e tirocini",
      "Eventi",
      "Comunicazioni",
    ];
    expect(number("Totale")).toBeGreaterThan(0);
    expect(sections.reduce((sum, row) => sum + number(row), 0)).toBe(number("Totale"));
    expect((await get("/offices/lecce/report.pdf?day=2026-99-99")).status).toBe(400);
  });
});
