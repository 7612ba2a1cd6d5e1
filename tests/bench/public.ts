// Every figure that the public pages must show, part by part: `npm run bench -- public [part …]`. Called by run.ts.
import { clickDay } from "./clickDay.ts";
import { benchFlood } from "./flood.ts";
import { benchFullSize } from "./fullSize.ts";
import { benchLighthouse } from "./lighthouse.ts";
import { benchPage } from "./page.ts";
import { benchProxy } from "./proxy.ts";
import { benchStall } from "./stall.ts";
import { benchWeight } from "./weight.ts";

export const PUBLIC_PARTS: Readonly<Record<string, () => Promise<void>>> = {
  page: benchPage,
  proxy: benchProxy,
  flood: benchFlood,
  clickDay,
  fullSize: benchFullSize,
  stall: benchStall,
  weight: benchWeight,
  lighthouse: benchLighthouse,
};

export async function benchPublic(parts: readonly string[]): Promise<void> {
  for (const part of parts.length > 0 ? parts : Object.keys(PUBLIC_PARTS)) await PUBLIC_PARTS[part]?.();
}
