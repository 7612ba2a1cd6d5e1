// Every kind of public page for everybody: four languages, light and dark, usual and large letters, scripts on and off.
import { expect, it } from "vitest";
import { describePublicPages } from "./publicAccessibility.ts";

describePublicPages((look) => {
  for (const locale of ["it", "en", "fr", "de"])
    for (const dark of [false, true])
      for (const rootSize of [16, 28])
        for (const scripts of [true, false])
          it(`find nothing: ${locale}, ${dark ? "dark" : "light"}, ${rootSize} px, scripts ${scripts ? "on" : "off"}`, async () => {
            expect(await look({ locale, dark, rootSize, scripts })).toEqual([]);
          }, 300_000);
});
