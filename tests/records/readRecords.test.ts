// Files as people and attackers send them: each is read, or refused in plain words; the process that reads it may die, this one does not.
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { Refusal } from "../../server/domain/refusal.ts";
import { readRecords } from "../../server/records/readRecords.ts";
import { readSheet } from "../../server/records/readSheet.ts";
import { readRecord } from "../../server/records/recordSchema.ts";
import { projectRoot } from "./shippedRecords.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (content: Uint8Array | string, name: string) =>
  readRecords(typeof content === "string" ? bytes(content) : content, name, projectRoot);

async function whyNot(content: Uint8Array | string, name: string): Promise<unknown> {
  try {
    await read(content, name);
    return "read";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === "importUnreadable" ? (error.details.why as readonly string[])[0] : error.code;
  }
}

async function rowsOf(content: Uint8Array | string, name: string) {
  const file = await read(content, name);
  if (file.holds !== "postings") throw new Error(file.holds);
  return file.rows;
}

test("[I1] what is no file of records is refused in plain words", async () => {
  expect(await whyNot("", "a.json")).toBe("empty");
  expect(await whyNot("[{", "a.json")).toBe("jsonSyntax");
  expect(await whyNot(new Uint8Array([0x5b, 0xff, 0xfe, 0x5d]), "a.json")).toBe("notText");
  expect(await whyNot('{"a":1}', "a.json")).toBe("jsonShape");
  expect(await whyNot("[]", "a.json")).toBe("empty");
  expect(await whyNot("null", "a.json")).toBe("jsonShape");
  expect(await whyNot("x", "a.doc")).toBe("otherFormat");
  expect(await whyNot("x", "a.pdf")).toBe("damaged");
  expect(await whyNot("x", "a.xls")).toBe("oldExcel");
  expect(await whyNot(new Uint8Array(5 * 1024 * 1024 + 1), "a.json")).toBe("tooLarge");
  expect(await whyNot("\n\n", "a.csv")).toBe("empty");
  expect(await whyNot("id;title;title\n1;a;b", "a.csv")).toBe("headingTwice");
  expect(await whyNot('id;title\n1;"aperta', "a.csv")).toBe("quotes");
  expect(await whyNot(`id;title\n1;"${"x".repeat(300_000)}"`, "a.csv")).toBe("rowTooLong");
  expect(await whyNot("PK\u0003\u0004 not a zip", "a.xlsx")).toBe("damaged");
  expect(await whyNot(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), "a.xlsx")).toBe("oldExcel");
});

test("records that are no records are named by row", async () => {
  const rows = await rowsOf('[null, 3, [], {"kind":"vacancy","title":"Cuoco"}]', "a.json");
  expect(rows.map((row) => readRecord(row).problems.map(({ row: at, problem }) => [at, problem]))).toEqual([
    [[1, "notARecord"]],
    [[2, "notARecord"]],
    [[3, "notARecord"]],
    [],
  ]);
});

test("CSV as Italian Excel writes it: semicolons, byte order mark, windows-1252, quoted line breaks", async () => {
  const sheet =
    '\uFEFFid;tipo;titolo;comune;provincia;requisiti;posti;pay.min;deadline\r\n1;offerta;"Addetto ""sala""";Nardò;LE;"diploma|patente B";3;1.500,50;31/12/2026 12:00\r\n;;;;;;;;\r\n';
  const [row] = await rowsOf(sheet, "settimana.csv");
  const { record, problems } = readRecord(row as NonNullable<typeof row>);
  expect(problems).toEqual([]);
  expect(record).toMatchObject({
    kind: "vacancy",
    title: 'Addetto "sala"',
    place: { municipality: "Nardò", province: "LE" },
    requirements: ["diploma", "patente B"],
    positions: 3,
    pay: { min: 1500.5 },
    deadline: { day: "2026-12-31", time: "12:00" },
  });
  expect(row?.row).toBe(2);
  const ansi = Buffer.from("id;kind;title\n1;vacancy;Caffè a Nardò", "latin1");
  expect(readRecord((await rowsOf(ansi, "a.csv"))[0] as never).record?.title).toBe("Caffè a Nardò");
});

test("XLSX: cells, dates, and what is damaged on the way", async () => {
  const good = await writeXlsxFile(
    [
      ["id", "kind", "title", "positions", "deadline", "place.municipality"],
      ["1", "vacancy", "Cuoco", 2, new Date(Date.UTC(2026, 11, 31)), "Lecce"],
    ],
    { dateFormat: "dd/mm/yyyy" },
  ).toBuffer();
  const { record, problems } = readRecord((await rowsOf(good, "a.xlsx"))[0] as never);
  expect(problems).toEqual([]);
  expect(record).toMatchObject({ title: "Cuoco", positions: 2, deadline: { day: "2026-12-31", time: null } });
  expect(await whyNot(good.subarray(0, good.length - 40), "a.xlsx")).toBe("damaged");
  expect(await whyNot(good.subarray(0, 200), "a.xlsx")).toBe("damaged");
  const flipped = Buffer.from(good);
  flipped.fill(0, 60, 90);
  expect(await whyNot(flipped, "a.xlsx")).toBe("damaged");
});

test("a ZIP that swells, or has too many parts, is refused before it is unpacked", async () => {
  expect(await whyNot(zip([{ name: "xl/big.xml", body: Buffer.alloc(60 * 1024 * 1024), claims: 10 }]), "a.xlsx")).toBe(
    "inflatesTooMuch",
  );
  expect(
    await whyNot(zip(Array.from({ length: 201 }, (_, n) => ({ name: `x${n}`, body: Buffer.alloc(1) }))), "a.xlsx"),
  ).toBe("tooManyEntries");
});

test("a reader that hangs or swells is ended; this process goes on", async () => {
  const csv = bytes(`id;title\n${"1;x\n".repeat(20_000)}`);
  await expect(readSheet(csv, "csv", projectRoot, { milliseconds: 1, megabytes: 256 })).rejects.toMatchObject({
    code: "importUnreadable",
    details: { why: ["tooHeavy"] },
  });
  const wide = bytes(`id;title\n${`1;"${"x".repeat(180_000)}"\n`.repeat(25)}`);
  await expect(readSheet(wide, "csv", projectRoot, { milliseconds: 30_000, megabytes: 8 })).rejects.toMatchObject({
    details: { why: ["tooHeavy"] },
  });
});

test("hostile keys and depths do no harm", async () => {
  const [row] = await rowsOf(
    "id;kind;title;__proto__.polluted;constructor.prototype.x\n1;vacancy;Cuoco;yes;yes",
    "a.csv",
  );
  expect(readRecord(row as never).record?.title).toBe("Cuoco");
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  const deep = `[{"kind":"vacancy","title":"Cuoco","place":${"[".repeat(100_000)}${"]".repeat(100_000)}}]`;
  expect(await whyNot(deep, "a.json")).toBe("jsonSyntax");
  const [cell] = await rowsOf(`id;kind;title;place\n1;vacancy;Cuoco;${"[".repeat(50_000)}`, "a.csv");
  expect(readRecord(cell as never).problems.map(({ problem }) => problem)).toEqual(["group"]);
});

interface Part {
  readonly name: string;
  readonly body: Buffer;
  /** What the file says its size is. */
  readonly claims?: number;
}

/** A small ZIP writer, so that the files can lie. */
function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, body, claims } of parts) {
    const packed = deflateRawSync(body);
    const header = (signature: number, extra: number) => {
      const bytes = Buffer.alloc(extra);
      bytes.writeUInt32LE(signature, 0);
      return bytes;
    };
    const local = header(0x04034b50, 30);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claims ?? body.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = header(0x02014b50, 46);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims ?? body.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
