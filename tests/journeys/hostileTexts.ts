// Texts that would run as a script wherever one place forgot to escape, and records with one in every field that takes text.
// Called by the injection tests.
import type { ZodType } from "zod";

const DOES = "alert(1)";
const tags = [
  `<script>${DOES}</script>`,
  `<img src=x onerror=${DOES}>`,
  `<svg onload=${DOES}>`,
  `<svg><script>${DOES}</script></svg>`,
  `<details open ontoggle=${DOES}>`,
  `<input autofocus onfocus=${DOES}>`,
  `<video><source onerror=${DOES}></video>`,
  `<iframe src="javascript:${DOES}"></iframe>`,
  `<iframe srcdoc="<script>parent.${DOES}</script>"></iframe>`,
  `<object data="javascript:${DOES}"></object>`,
  `<math><mtext><style><img src=x onerror=${DOES}></style></mtext></math>`,
  `<a href="javascript:${DOES}" autofocus onfocus=${DOES}>x</a>`,
  `<form action="javascript:${DOES}"><button autofocus onfocus=${DOES}>`,
  `<style onload=${DOES}></style>`,
  `<body onpageshow=${DOES}>`,
  `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${DOES}</x:script>`,
  `<script/src=data:,${DOES}></script>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${DOES}">`,
];
/** What may stand around a text: a tag, an attribute, a script, a style, a comment, CDATA, a title, a text area, a line of a calendar. */
const breaksOut = [
  "",
  `">`,
  `'>`,
  "--!>",
  "]]>",
  "</script>",
  "</style>",
  "</title>",
  "</textarea>",
  "</noscript>",
  "</template>",
  "\\u003c/script>\\",
  "&quot;&gt;",
  "%22%3E",
];
const alone = [
  `javascript:${DOES}`,
  `JaVaScRiPt:${DOES}//https://example.org`,
  `data:text/html,<script>${DOES}</script>`,
  `https://example.org/"onmouseover="${DOES}`,
  `https://example.org/'><img src=x onerror=${DOES}>`,
  `a@example.org?body="><img src=x onerror=${DOES}>`,
  `" autofocus onfocus="${DOES}" x="`,
  `' autofocus onfocus='${DOES}' x='`,
  `\` autofocus onfocus=\`${DOES}\``,
  `&lt;img src=x onerror=${DOES}&gt;`,
  `&#60;script&#62;${DOES}&#60;/script&#62;`,
  "$" + `{${DOES}}`,
  `{{constructor.constructor('${DOES}')()}}`,
  `";${DOES};//`,
  `';${DOES};'`,
  `</script><script>${DOES}//`,
  `<!--<script>${DOES}`,
  `\\";${DOES}//`,
  `+ADw-script+AD4-${DOES}+ADw-/script+AD4-`,
  `<scr<script>ipt>${DOES}</scr</script>ipt>`,
  `\u2028${DOES}\u2029`,
  `<\uFEFFscript>${DOES}</script>`,
  `＜script＞${DOES}＜/script＞`,
  `<img src=x onerror=&#97;lert(1)>`,
];

/** Some 280 of them; the first few reach the most places. */
export const HOSTILE_TEXTS: readonly string[] = [
  `"><script>${DOES}</script><img src=x onerror=${DOES}>`,
  ...alone,
  ...breaksOut.flatMap((before) => tags.map((tag) => before + tag)),
];

/** A text planted in a field: `name` is what it begins with, found again wherever the field is shown. */
export interface Planted {
  readonly field: string;
  readonly name: string;
  readonly text: string;
}

/**
 * The record with hostile texts in every field for which the schema takes any text at all: another in each field, beginning with the given one.
 * A field too short for one gets the next that fits.
 */
export function plant<T>(
  record: T,
  schema: ZodType<T>,
  first: number,
): { readonly record: T; readonly planted: Planted[] } {
  let copy = structuredClone(record);
  const planted: Planted[] = [];
  for (const path of pathsOf(copy)) {
    const name = `zq${first}x${planted.length}qz`;
    for (let n = 0; n < HOSTILE_TEXTS.length; n += 1) {
      const text = HOSTILE_TEXTS[(first + planted.length + n) % HOSTILE_TEXTS.length] as string;
      const tried = withText(copy, path, `${name} ${text}`);
      if (!schema.safeParse(tried).success) {
        // Ids, days and words of a list take no text: the shortest shows it.
        if (n === 0 && !schema.safeParse(withText(copy, path, name)).success) break;
        continue;
      }
      copy = tried;
      planted.push({ field: path.join("."), name, text });
      break;
    }
  }
  return { record: copy, planted };
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value === "string") return [at];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...at, Array.isArray(value) ? Number(key) : key]));
}

function withText<T>(record: T, path: Path, text: string): T {
  const copy = structuredClone(record);
  const last = path.at(-1) as string;
  const holder = path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], copy);
  (holder as Record<string, unknown>)[last] = text;
  return copy;
}
