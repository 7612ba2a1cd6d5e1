// Live previews for the desk: card, page and poster of a content being edited, from the production templates.

import { fitCard } from "../../templates/parts/fitCard.ts";
import type { Words } from "../../templates/parts/words.ts";
import type { PreviewAnswer } from "../domain/httpContract.ts";
import { previewBody } from "../domain/httpContract.ts";
import type { Locale } from "../domain/locale.ts";
import type { Posting } from "../domain/posting.ts";
import { validityOf } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { Refusal } from "../domain/refusal.ts";
import { authorise } from "../services/changePosting.ts";
import { presentContent } from "../services/presentPosting.ts";
import { titleOfContent } from "../services/titleOfContent.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import type { Templates } from "./templates.ts";

/** Stands where a code will be: never a valid one. */
const NO_CODE = "0000000";

export function previewRoutes(templates: Templates): Route[] {
  return [
    route({
      method: "post",
      path: "/previews",
      access: "read",
      summary: "A whole document showing a content as card, page or poster in one language.",
      body: previewBody,
      handle(call) {
        const { house, body } = call;
        const owner = house.mirror.owners.get(body.owner);
        if (owner === undefined) throw new Refusal("notFound", { what: "owner", id: body.owner });
        authorise(userOfCall(call), "read", owner);
        if (!house.locales.includes(body.locale)) throw new Refusal("invalidInput", { field: "locale" });
        const now = house.clock.now();
        const entry = body.code === null ? undefined : house.mirror.entry(body.code);
        // Its translations are staff's business as well.
        if (entry !== undefined && entry.posting.owner !== owner.id)
          throw new Refusal("notAllowed", { action: "read", on: owner.name });
        const posting: Posting = entry?.posting ?? blank(body.owner, now, house.demonstration());
        const dates = {
          ...validityOf(body.content, owner.kind === "office" ? owner : null, now),
          firstPublishedAt: posting.published?.firstPublishedAt ?? now,
          publishedAt: now,
        };
        const shown = presentContent({ ...posting, state: "open", closed: null }, body.content, dates, {
          owner,
          translations: entry?.translations ?? [],
          titleOf: titleOfContent(house.vocabularies),
          phrasesOf: house.mirror.phrasesOf,
          policy: house.mirror.policy,
        });
        const typed = body.texts === undefined ? shown : withTexts(shown, body.locale, body.texts);
        const preview = templates.preview(body.surface, typed, body.locale, now);
        const shortened =
          body.surface === "card" && isCut(typed, house.words(body.locale), now) ? [body.locale] : preview.shortened;
        return { json: { ...preview, shortened, locale: body.locale } satisfies PreviewAnswer };
      },
    }),
  ];
}

function withTexts(posting: PublicPosting, locale: Locale, texts: Readonly<Record<string, string>>): PublicPosting {
  const typed = Object.fromEntries(
    Object.entries(texts)
      .filter(([, text]) => text !== "")
      .map(([segment, text]) => [segment, { text, machine: false }]),
  );
  return {
    ...posting,
    translations: { ...posting.translations, [locale]: { ...posting.translations[locale], ...typed } },
  };
}

/** Whether the card leaves out or cuts what the posting says in its title or its first sentences. */
function isCut(posting: PublicPosting, words: Words, now: number): boolean {
  const { title, text } = fitCard(posting, words, now, "landscape");
  const sentences = Math.min(2, posting.content.summary.length);
  return (
    [title, ...(text?.lines ?? [])].some((line) => line.text.endsWith("…")) || (text?.lines.length ?? 0) < sentences
  );
}

function blank(owner: string, now: number, demonstration: boolean): Posting {
  return {
    code: NO_CODE,
    owner,
    state: "draft",
    published: null,
    working: null,
    closed: null,
    revision: 0,
    publicRevision: null,
    createdAt: now,
    changedAt: now,
    origin: null,
    demonstration,
    staffNote: null,
  };
}
