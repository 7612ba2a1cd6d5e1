// The long matrices of the embedded database: kills and flipped bits by the dozen.
import { describe, test } from "vitest";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { flipBits } from "./flipBits.ts";
import { killWhilePublishing } from "./killWhilePublishing.ts";
import { sqlitePlace } from "./place.ts";

const folder = temporaryFolder();

describe("the store on SQLite, at length", () => {
  test("[ST3] killed twelve times while publishing", { timeout: 240_000 }, async () => {
    const place = await sqlitePlace(folder);
    for (let time = 0; time < 12; time += 1)
      await killWhilePublishing(folder, place, 5 + Math.floor(Math.random() * 60));
  });

  test("[ST5] three hundred bits flipped anywhere in the file", { timeout: 240_000 }, async () => {
    await flipBits(folder, 300);
  });
});
