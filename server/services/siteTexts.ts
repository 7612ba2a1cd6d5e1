// The texts of the site's own pages that a body has put in place of the defaults: held in memory, read again after each commit.
// Called by createApp; read by the pages, so that they stand with the database stopped.
import type { SitePage, SiteTexts } from "../domain/site.ts";
import { SITE_PAGES, sitePageBody } from "../domain/site.ts";
import type { Store } from "../store/store.ts";

export interface SiteTextsKept {
  readonly texts: SiteTexts;
  /** True where a text changed. */
  reload(): Promise<boolean>;
}

export const settingOf = (page: SitePage) => `site.${page}`;

export async function keepSiteTexts(store: Pick<Store, "setting">): Promise<SiteTextsKept> {
  let texts: SiteTexts = {};
  async function reload(): Promise<boolean> {
    const read: Partial<Record<SitePage, Record<string, string>>> = {};
    for (const page of SITE_PAGES) {
      const value = await store.setting(settingOf(page));
      if (value !== null) read[page] = sitePageBody.parse(JSON.parse(value)).texts;
    }
    const moved = JSON.stringify(texts) !== JSON.stringify(read);
    texts = read;
    return moved;
  }
  await reload();
  return {
    get texts() {
      return texts;
    },
    reload,
  };
}
