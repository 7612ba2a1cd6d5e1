// Replaces the text of one of the site's own pages, language by language. Called by http/site.

import { changesOf } from "../domain/changesOf.ts";
import type { PerLocale } from "../domain/locale.ts";
import { Refusal } from "../domain/refusal.ts";
import type { SitePage } from "../domain/site.ts";
import { sitePageBody } from "../domain/site.ts";
import type { User } from "../domain/user.ts";
import { mayAnywhere } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { settingOf } from "./siteTexts.ts";

/** Languages without a text show the Italian one, marked. Refuses notAllowed. */
export async function saveSitePage(desk: Desk, user: User, page: SitePage, texts: PerLocale<string>): Promise<void> {
  if (!mayAnywhere(user, "administerNetwork")) throw new Refusal("notAllowed", { action: "administerNetwork" });
  await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const kept = await tx.setting(settingOf(page));
    const before = kept === null ? null : sitePageBody.parse(JSON.parse(kept)).texts;
    await tx.putSetting(settingOf(page), JSON.stringify({ texts }));
    await tx.record("site.saved", page, { locales: Object.keys(texts), ...changesOf(before, texts) });
  });
  await desk.mirror.catchUp();
}
