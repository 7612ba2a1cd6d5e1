// The QR drawing alone: its correction level, its quiet zone, and the same address read back from it.
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { Qr, qrModules } from "../../templates/parts/qr.tsx";
import { readCode } from "./readCode.ts";

const drawn = (address: string): string => renderToString(h(Qr, { address, label: "Leggi in italiano" }));

test("takes the highest correction level that costs no larger code, never less than Q (print 11)", () => {
  // Capacities of the standard, in capital letters: version 2 holds 20 at H and 29 at Q, version 3 35 and 47.
  expect(qrModules("A".repeat(20))).toMatchObject({ version: 2, level: "H", size: 25 });
  expect(qrModules("A".repeat(21))).toMatchObject({ version: 2, level: "Q", size: 25 });
  expect(qrModules("A".repeat(35))).toMatchObject({ version: 3, level: "H", size: 29 });
  expect(qrModules("A".repeat(47))).toMatchObject({ version: 3, level: "Q", size: 29 });
});

test("is an image of its own with a description, black on white, four modules of margin", () => {
  const svg = drawn("HTTPS://BACHECA.EXAMPLE/O/7K3MQ9XZ");
  expect(svg).toMatch(/^<svg[^>]* role="img" aria-label="Leggi in italiano" viewBox="0 0 37 37"/);
  expect(svg).toContain('<path fill="#fff" d="M0 0h37v37H0z"');
  expect(svg).toContain(' d="m4 4.5h7');
  expect(svg.length).toBeLessThan(2_000);
  const onPaper = renderToString(h(Qr, { address: "HTTPS://BACHECA.EXAMPLE/O/7K3MQ9XZ", label: "x", onPaper: true }));
  expect(onPaper.match(/<path/g), "paper is its ground").toHaveLength(1);
});

test.each([
  "HTTPS://BACHECA.EXAMPLE/O/7K3MQ9XZ/DE/1A2/W3",
  "https://bacheca.example/o/7k3mq9xz",
  `HTTPS://${"X".repeat(400)}`,
])("reads back as the address: %s", async (address) => {
  const svg = drawn(address).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" width="600" ');
  expect(await readCode(Buffer.from(svg))).toBe(address);
});

test("refuses what no code can hold", () => {
  expect(() => qrModules("")).toThrow();
  expect(() => qrModules("x".repeat(5_000))).toThrow();
});
