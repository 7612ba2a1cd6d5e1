// The display's small pure parts: its address, its sizes, its patience.
import { describe, expect, it } from "vitest";
import { readAddress } from "../../kiosk/readAddress.ts";
import { retryDelay } from "../../kiosk/retryDelay.ts";
import { scaleOf } from "../../kiosk/scale.ts";

const KNOWN = ["it", "en", "fr", "de"];

describe("readAddress", () => {
  it("reads office and languages", () => {
    expect(readAddress("?office=lecce", KNOWN)).toEqual({ office: "lecce", locales: KNOWN });
    expect(readAddress("?office=Torino-Nord&lang=de,it,de", KNOWN)).toEqual({
      office: "torino-nord",
      locales: ["de", "it"],
    });
  });

  it("takes nothing it cannot use", () => {
    expect(readAddress("", KNOWN).office).toBeNull();
    expect(readAddress("?office=../admin", KNOWN).office).toBeNull();
    expect(readAddress("?office=lecce&lang=xx,%3Cb%3E", KNOWN).locales).toEqual(KNOWN);
  });
});

describe("scale", () => {
  it("follows the narrower side in both layouts", () => {
    const hd = scaleOf(1920, 1080);
    expect(hd.layout).toBe("landscape");
    expect(scaleOf(3840, 2160).base).toBe(hd.base * 2);
    expect(scaleOf(2560, 1080).base).toBe(hd.base);
    const upright = scaleOf(1080, 1920);
    expect(upright.layout).toBe("portrait");
    expect(scaleOf(2160, 3840).base).toBe(upright.base * 2);
  });

  it("never falls below a readable size", () => {
    expect(scaleOf(200, 120).base).toBeGreaterThanOrEqual(10);
  });
});

describe("retryDelay", () => {
  it("waits up to 5 s first, then backs off, never beyond 30 s", () => {
    expect(retryDelay(0, 0)).toBe(0);
    expect(retryDelay(0, 0.999)).toBeLessThan(5_000);
    for (let attempt = 1; attempt < 40; attempt += 1) {
      expect(retryDelay(attempt, 0)).toBeGreaterThanOrEqual(Math.min(15_000, 2_500 * 2 ** attempt));
      expect(retryDelay(attempt, 0.999)).toBeLessThanOrEqual(30_000);
    }
  });
});
