// Files that hang on postings, over the real routes: taken in, made safe, public only with a posting that is open. (trust 25, 28, B7)
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createDeflate } from "node:zlib";
import { PDFDocument, PDFName, PDFString, StandardFonts } from "pdf-lib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Attachment } from "../../server/domain/attachment.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { saveWorking } from "../../server/services/saveWorking.ts";
import { startSession } from "../../server/services/startSession.ts";
import { withdrawPosting } from "../../server/services/withdrawPosting.ts";
import { aContent, anOffice, chief } from "../builders.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
let cookie = "";

beforeAll(async () => {
  house = await startHouse({ demo: false });
  await house.store.write("test", Date.now(), async (tx) => {
    await tx.putOwner(anOffice("lecce"));
    await tx.putAccount({ user: chief, passwordHash: null });
  });
  await house.house.mirror.catchUp();
  cookie = `bacheca=${(await startSession(house.house, chief, null)).token}`;
});

async function take(bytes: Uint8Array, name = "Modulo di domanda") {
  const answer = await fetch(`${house.base}/api/v1/attachments`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-requested-with": "bacheca", cookie, "accept-language": "it" },
    body: JSON.stringify({
      owner: "lecce",
      section: "vacancy",
      name,
      form: true,
      content: Buffer.from(bytes).toString("base64"),
    }),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as { attachment: Attachment; looked: boolean; sentence: string },
  };
}

async function aPdf(lines: readonly string[]): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  document.setAuthor("Mario Bianchi");
  const font = await document.embedFont(StandardFonts.Courier);
  const page = document.addPage();
  for (const [at, line] of lines.entries()) page.drawText(line, { x: 40, y: 780 - at * 16, size: 10, font });
  return document;
}

/** Runs when the file is opened, in readers that let it. */
async function activePdf(): Promise<Uint8Array> {
  const document = await aPdf(["Modulo"]);
  const script = document.context.obj({ Type: "Action", S: "JavaScript", JS: PDFString.of("app.alert(1)") });
  document.catalog.set(PDFName.of("OpenAction"), document.context.register(script));
  await document.attach(new TextEncoder().encode("MZ"), "virus.exe");
  return document.save({ useObjectStreams: false });
}

describe("files on postings", () => {
  it("[AT1][AT4] are public only with a posting that is open, as a download, and gone with it", async () => {
    const { status, body } = await take(await (await aPdf(["Modulo di domanda"])).save());
    expect(status).toBe(201);
    expect(body).toMatchObject({ attachment: { name: "Modulo di domanda", type: "pdf", form: true }, looked: true });
    const content = aContent("Cuoco", { attachments: [body.attachment] });
    let posting = await createPosting(house.house, chief, "lecce", content);
    const address = `${house.base}/files/${posting.code}/${body.attachment.id}`;
    expect((await fetch(address)).status).toBe(404);
    posting = await publishPosting(house.house, chief, posting.code, posting.revision);
    const file = await fetch(address);
    expect(file.status).toBe(200);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="Modulo-di-domanda\.pdf"/);
    expect(file.headers.get("content-security-policy")).toContain("sandbox");
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
    expect(file.headers.get("set-cookie")).toBeNull();
    expect(Buffer.from(await file.arrayBuffer()).toString("latin1")).not.toContain("Mario Bianchi");
    const etag = file.headers.get("etag") ?? "";
    expect((await fetch(address, { headers: { "if-none-match": etag } })).status).toBe(304);
    const page = await (await fetch(`${house.base}/o/${posting.code}/fr`)).text();
    expect(page).toContain("À télécharger");
    expect(page).toContain(`/files/${posting.code}/${body.attachment.id}`);
    posting = await withdrawPosting(house.house, chief, posting.code, posting.revision, "filled");
    expect((await fetch(address)).status).toBe(410);
    expect((await fetch(`${house.base}/files/${posting.code}/../../etc/passwd`)).status).toBe(404);
  });

  it("a content cannot name a file that nobody took in", async () => {
    const attachments = [{ id: "0".repeat(32), name: "Altrui", type: "pdf" as const, size: 10, form: false }];
    const posting = await createPosting(house.house, chief, "lecce", aContent("Cuoco"));
    await expect(
      saveWorking(house.house, chief, posting.code, posting.revision, aContent("Cuoco", { attachments })),
    ).rejects.toMatchObject({ code: "notFound" });
  });

  it("[AT2] a PDF loses scripts, embedded files and who wrote it", async () => {
    const { body } = await take(await activePdf());
    const file = await house.store.desk.file(body.attachment.id);
    const safe = await PDFDocument.load(Buffer.from(file?.content ?? "", "base64"), { updateMetadata: false });
    const written = Buffer.from(await safe.save({ useObjectStreams: false })).toString("latin1");
    expect(written).not.toMatch(/JavaScript|app\.alert|EmbeddedFile|OpenAction|virus|Mario Bianchi/);
    expect(safe.getPageCount()).toBe(1);
  });

  it("[AT3] a PDF that names candidates is refused in plain words; a table of points is not", async () => {
    const ranking = ["Graduatoria", "1  ROSSI MARIO   12/03/1985  63", "2  BIANCHI ANNA   01/07/1990  60"];
    const more = ["3  VERDI LUCA   30/11/1979  58", "4  NERI SOFIA   15/05/1988  55", "5  GALLI UGO   02/02/1992  51"];
    const refused = await take(await (await aPdf([...ranking, ...more])).save());
    expect(refused.status).toBe(422);
    expect(refused.body.sentence).toContain("dati di persone candidate");
    expect(refused.body.sentence).not.toContain("ROSSI");
    const points = ["Titoli valutati", "1  Laurea Magistrale   punti 3", "2  Diploma Superiore   punti 2"];
    expect((await take(await (await aPdf(points)).save())).status).toBe(201);
  });

  it("[AT2] a picture is drawn anew without its metadata, and only three kinds are taken", async () => {
    const blank = sharp({ create: { width: 3000, height: 1000, channels: 3, background: "#00478F" } });
    const photo = await blank
      .jpeg()
      .withExif({ IFD0: { Artist: "Mario Bianchi" } })
      .toBuffer();
    expect(photo.toString("latin1")).toContain("Mario Bianchi");
    const { body, status } = await take(photo, "Foto");
    expect(status).toBe(201);
    expect(body.looked).toBe(false);
    const kept = Buffer.from((await house.store.desk.file(body.attachment.id))?.content ?? "", "base64");
    expect(kept.toString("latin1")).not.toContain("Mario Bianchi");
    expect((await sharp(kept).metadata()).width).toBe(2400);
    const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: "red" } })
      .gif()
      .toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const html = Buffer.from("<html><script>alert(1)</script></html>");
    for (const foreign of [gif, svg, html, Buffer.from("MZ\u0000\u0000"), new Uint8Array([0])]) {
      const answer = await take(foreign);
      expect(answer.status).toBe(422);
      expect(answer.body.sentence).toMatch(/PDF, JPEG, PNG o WebP|danneggiato/);
    }
  });

  it("B7: pictures and PDFs that inflate without end are refused, and the house goes on", async () => {
    const wide = await sharp({ create: { width: 6000, height: 4100, channels: 3, background: "white" } })
      .png()
      .toBuffer();
    const bomb = await take(wide);
    expect(bomb.status).toBe(422);
    expect(bomb.body.sentence).toMatch(/24 milioni/);
    const pdf = await take(await pdfBomb());
    expect(pdf.status).toBe(422);
    expect((await fetch(`${house.base}/healthz`)).status).toBe(200);
  }, 90_000);
});

/** An object stream of four hundred megabytes of blanks in four hundred kilobytes. */
async function pdfBomb(): Promise<Buffer> {
  const blanks = Buffer.alloc(4_000_000, 32);
  const packed = await buffer(Readable.from(Array.from({ length: 100 }, () => blanks)).pipe(createDeflate()));
  const head = `%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n3 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(head),
    packed,
    Buffer.from("\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"),
  ]);
}
