// The dark of the phone is the dark of the house: dark.css repeats tokens.css where no script may choose the theme.
import { expect, test } from "vitest";
import { styles } from "../builders.ts";

const valuesIn = (css: string, selector: string): Record<string, string> => {
  const at = css.indexOf(`${selector} {`);
  expect(at, selector).toBeGreaterThanOrEqual(0);
  const block = css.slice(at, css.indexOf("}", at));
  return Object.fromEntries(
    [...block.matchAll(/(--[a-z-]+):\s*(#[0-9a-f]+|initial)/g)].map(([, name, value]) => [name, value]),
  );
};

test("dark.css and tokens.css name the same colours", () => {
  const tokens = styles(["templates/parts/tokens.css"]);
  const dark = styles(["templates/page/dark.css"]);
  expect(valuesIn(dark, ":root")).toEqual(valuesIn(tokens, '[data-theme="dark"]'));
});
