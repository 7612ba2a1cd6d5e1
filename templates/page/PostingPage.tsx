// The posting as a phone shows it: section, title, place, deadline and the way to apply on the first screen, then all the rest.
// Called by server/http for GET /o/{CODE}/{lang}/{revision}/{place} and by the desk's preview.
import { pagePath, spokenAddress } from "../../server/domain/address.ts";
import { statutesOf } from "../../server/domain/law.ts";
import type { Locale } from "../../server/domain/locale.ts";
import type { Owner } from "../../server/domain/owner.ts";
import type { Revision } from "../../server/domain/posting.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { isOffer } from "../../server/domain/section.ts";
import type { Instant } from "../../server/domain/time.ts";
import { romeDay } from "../../server/domain/time.ts";
import { pageFacts } from "../parts/factsOf.ts";
import { formatsOf } from "../parts/formats.ts";
import { lineOf, titleOf } from "../parts/line.ts";
import { Apply } from "./Apply.tsx";
import type { PageFrame } from "./Document.tsx";
import { renderDocument } from "./Document.tsx";
import { Downloads } from "./Downloads.tsx";
import { Facts } from "./Facts.tsx";
import { jobPosting } from "./jobPosting.ts";
import { Keep } from "./Keep.tsx";
import { LawLinks } from "./LawLinks.tsx";
import { LineList, MarkNote } from "./Lines.tsx";
import { Listen } from "./Listen.tsx";
import { PostingHead } from "./PostingHead.tsx";
import type { Printed } from "./PrintedNote.tsx";
import { PrintedNote } from "./PrintedNote.tsx";
import { PublishedBy } from "./PublishedBy.tsx";
import { infoPath } from "./sitePath.ts";

export interface PostingPageInput extends PageFrame {
  readonly posting: PublicPosting;
  readonly now: Instant;
  /** null: no revision was asked for, or one the store does not know. */
  readonly printed: Printed | null;
  /** As asked for, so that changing the language keeps both. */
  readonly revision: Revision | null;
  readonly place: string | null;
  /** Whom to ask; the office, or the area or service the posting belongs to. */
  readonly contact: Owner | null;
  readonly posterHref: string | null;
  readonly icsHref: string | null;
  /** Null: no voice. */
  readonly listenHref: string | null;
  /** Languages it may be found in. */
  readonly approved: readonly Locale[];
}

/** Said at the top, before everything else. */
const LEAD: ReadonlySet<string> = new Set(["when", "where", "opens", "until"]);

export function renderPostingPage(input: PostingPageInput): string {
  const { posting, words, now, printed } = input;
  const locale = words.locale.id;
  const title = titleOf(posting, locale);
  const facts = pageFacts(posting, words, now);
  const lead = facts.filter(({ id }) => LEAD.has(id));
  const rest = facts.filter(({ id }) => !LEAD.has(id) && id !== "reserved");
  const text = [...posting.content.summary, ...posting.content.duties].map((segment) =>
    lineOf(posting, segment, locale),
  );
  const where = facts.find(({ id, stated }) => id === "where" && stated)?.lines[0]?.text;
  const lastDay = formatsOf(words.locale).day(romeDay(posting.until - 1), { year: true });
  const subject = `${posting.content.title.written.text} (${posting.code})`;
  // Of a notice or an event the text is the matter; of an offer the facts are.
  const offers = isOffer(posting.content.section);
  const about = text.length > 0 && (
    <section class="text" aria-labelledby="text">
      <h2 id="text">{words.t("page:about")}</h2>
      <MarkNote lines={text} words={words} />
      {text.map((line) => (
        <LineList lines={[line]} words={words} />
      ))}
    </section>
  );
  return renderDocument({
    frame: input,
    title: where === undefined ? title.text : `${title.text}, ${where}`,
    description: [
      ...lead.map((fact) => `${fact.label}: ${fact.lines.map((line) => line.text).join(", ")}`),
      ...(offers ? [] : [...text.slice(0, 1).map((line) => line.text), posting.owner.name]),
    ].join(". "),
    pathIn: (other) => pagePath(posting.code, other, input.revision ?? undefined, input.place ?? undefined),
    indexed: posting.demonstration
      ? null
      : { pathIn: (other) => pagePath(posting.code, other), anyPath: pagePath(posting.code), locales: input.approved },
    data: input.approved.includes(locale) ? jobPosting(posting, words, input.publicUrl) : null,
    section: posting.content.section,
    // A picture carries the printed kind of code: there is none before the board has its real address.
    ...(posting.state === "open" && input.publicUrl.startsWith("https:")
      ? {
          card: {
            path: pagePath(posting.code, locale),
            picture: `/pictures/${posting.code}.png?lang=${locale}&shape=landscape`,
          },
        }
      : {}),
    children: (
      <>
        {printed !== null && <PrintedNote printed={printed} words={words} />}
        <PostingHead
          posting={posting}
          words={words}
          reserved={facts.find(({ id }) => id === "reserved")?.lines ?? []}
        />
        <Facts
          facts={lead}
          words={words}
          class="is-lead"
          asides={
            posting.untilStated ? {} : { until: <p class="quiet">{words.t("page:hangsUntil", { date: lastDay })}</p> }
          }
        />
        {!offers && about}
        <Apply posting={posting} words={words} contact={input.contact} subject={subject} now={now} />
        {input.listenHref !== null && <Listen href={input.listenHref} words={words} />}
        <Downloads posting={posting} words={words} />
        {rest.length > 0 && (
          <section aria-labelledby="details">
            <h2 id="details">{words.t("page:details")}</h2>
            <Facts facts={rest} words={words} />
          </section>
        )}
        {offers && about}
        <LawLinks statutes={statutesOf(posting.content)} words={words} />
        <Keep
          words={words}
          title={title.text}
          address={input.publicUrl + pagePath(posting.code, locale)}
          spoken={spokenAddress(input.publicUrl, posting.code)}
          posterHref={input.posterHref}
          icsHref={input.icsHref}
          code={posting.code}
        />
        <PublishedBy posting={posting} words={words} contact={input.contact} />
        <p>
          <a class="office-link" href={`${infoPath(locale, "feedback")}?about=${posting.code}`} rel="nofollow">
            {words.t("page:report.link")}
          </a>
        </p>
        <p hidden data-live="" data-changed={words.t("page:live.changed")} />
      </>
    ),
  });
}
