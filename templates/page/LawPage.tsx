// An article of law in plain words, with its official text and the open postings that name it. Called by server/http for /{lang}/law/{statute}.
import { STATUTE_LINKS } from "../../server/domain/law.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Statute } from "../../server/domain/vocabulary.ts";
import type { PageFrame } from "./Document.tsx";
import { renderDocument } from "./Document.tsx";
import { PostingList } from "./PostingList.tsx";
import { lawPath } from "./sitePath.ts";

export interface LawPageInput extends PageFrame {
  readonly statute: Statute;
  /** Some of the open postings that rest on it. */
  readonly postings: readonly PublicPosting[];
  readonly now: Instant;
}

export function renderLawPage(input: LawPageInput): string {
  const { words, statute, postings } = input;
  const link = STATUTE_LINKS[statute];
  const label = words.t(`vocabulary:statute.${statute}.label`);
  const pathIn = (locale: string) => lawPath(locale, statute);
  return renderDocument({
    frame: input,
    title: label,
    description: words.t(`vocabulary:statute.${statute}.about`),
    pathIn,
    indexed: { pathIn, anyPath: pathIn("it") },
    children: (
      <>
        <div class="head">
          <p class="label">{label}</p>
          <h1>{words.t(`law:statute.${statute}.title`)}</h1>
        </div>
        <p class="large">{words.t(`vocabulary:statute.${statute}.about`)}</p>
        <section aria-labelledby="what">
          <h2 id="what">{words.t("law:common.what")}</h2>
          <p>{words.t(`law:statute.${statute}.what`)}</p>
        </section>
        <section aria-labelledby="you">
          <h2 id="you">{words.t("law:common.you")}</h2>
          <p>{words.t(`law:statute.${statute}.you`)}</p>
        </section>
        <p>
          <a class="choice" href={link.href} hreflang={link.kind === "text" ? "it" : undefined} rel="noreferrer">
            {words.t(`law:common.${link.kind}`)}
          </a>
        </p>
        <p class="quiet">{words.t("law:common.notAdvice")}</p>
        {postings.length > 0 && (
          <section aria-labelledby="named">
            <h2 id="named">{words.t("law:common.postings")}</h2>
            <PostingList postings={postings} words={words} now={input.now} level="h3" />
          </section>
        )}
      </>
    ),
  });
}
