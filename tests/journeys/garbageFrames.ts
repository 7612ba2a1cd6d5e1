// Frames no honest display would send: broken text, packets of the protocol with wrong parts, events nobody listens to, huge and binary ones.
// Used by garbageJourney.ts.
import fc from "fast-check";

export interface Frame {
  /** Of WebSocket: 1 text, 2 binary, 8 close, 9 ping, the others reserved or out of place. */
  readonly opcode: number;
  readonly payload: Buffer;
}

const text = (words: fc.Arbitrary<string>): fc.Arbitrary<Frame> =>
  words.map((one) => ({ opcode: 1, payload: Buffer.from(one) }));

const event = fc.oneof(
  fc.constantFrom('"watch"', '"watch"', '"watch"', '"delta"', '"connect"', '"disconnect"', '"error"', '"newListener"'),
  fc.constantFrom('"__proto__"', '"constructor"', '"toString"', '""', "null", "0", "{}", "[]"),
);
const office = fc.constantFrom('"lecce"', '"nowhere"', "null", "7", "{}", '"__proto__"', `"${"x".repeat(70)}"`);
const have = fc.constantFrom(
  "null",
  '{"epoch":"x","revision":-1}',
  '{"epoch":"","revision":1e308}',
  '{"epoch":{},"revision":"1"}',
  '{"revision":0}',
  '"1"',
);
const request = fc.tuple(office, have).map(([where, what]) => `{"office":${where},"have":${what}}`);
const argument = fc.oneof(
  request,
  fc.constantFrom("null", "true", "[]", "{}", '"words"', "1e999", '{"office":null}', '{"have":null}'),
  fc.constantFrom(
    '{"__proto__":{"office":"lecce"}}',
    '{"constructor":{"prototype":{"ok":true}}}',
    '{"_placeholder":true,"num":0}',
  ),
  fc.json(),
);
const acknowledgement = fc.constantFrom("", "", "0", "1", "999999999999999999999", "-1");
const namespace = fc.constantFrom("", "", "", "/admin,", "/__proto__,", "/,");
const body = fc
  .tuple(event, fc.array(argument, { maxLength: 3 }))
  .map(([name, more]) => `[${[name, ...more].join(",")}]`);
const packet = fc
  .tuple(fc.constantFrom("42", "42", "42", "40", "41", "43", "44", "45", "46"), namespace, acknowledgement, body)
  .map((parts) => parts.join(""));

const cut = fc
  .tuple(packet, fc.nat(100))
  .map(([words, share]) => words.slice(0, Math.floor((words.length * share) / 100)));
const attachments = fc.constantFrom(
  '451-["watch",{"_placeholder":true,"num":0}]',
  '4599999999-["watch",{"_placeholder":true,"num":0}]',
  '45-1-["watch"]',
  '451-0["watch",{"_placeholder":true,"num":7}]',
);
const huge = fc.constantFrom(
  `42["watch",{"office":"${"y".repeat(15_000)}","have":null}]`,
  `42["watch","${"z".repeat(60_000)}"]`,
  "4".repeat(16_000),
);

export const garbageFrame: fc.Arbitrary<Frame> = fc.oneof(
  { weight: 6, arbitrary: text(packet) },
  { weight: 2, arbitrary: text(cut) },
  { weight: 1, arbitrary: text(attachments) },
  { weight: 1, arbitrary: text(huge) },
  {
    weight: 2,
    arbitrary: text(
      fc
        .tuple(fc.constantFrom("0", "1", "2", "3", "4", "5", "6", "9", "b"), fc.string())
        .map((parts) => parts.join("")),
    ),
  },
  { weight: 1, arbitrary: text(fc.string({ unit: "binary" })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(15), fc.uint8Array({ maxLength: 200 }))
      .map(([opcode, payload]) => ({ opcode, payload: Buffer.from(payload) })),
  },
);
