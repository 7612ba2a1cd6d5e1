// The built server in ASCII says what its sources say.
import { expect, it } from "vitest";
import { inPlainBytes } from "../../server/setup/plainBytes.ts";

it.each([
  '"perché – œuvre 😀"',
  "`a\\\\–b \\– \\n ß\\u00e8`",
  "/[à-ú–]+😀/u.exec('x à–😀')?.[0]",
  "/\\\\–/.test('\\\\–')",
  "({ città: 1 }).città",
  '"\\\\\\\\é"',
])("%s", (source) => {
  const plain = inPlainBytes(source);
  expect(plain).not.toMatch(/[\u0080-\uffff]/);
  expect(new Function(`return ${plain}`)()).toEqual(new Function(`return ${source}`)());
});
