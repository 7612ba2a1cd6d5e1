// The way to apply, as buttons made of words; where none is stated, whom to ask. On the first screen of a small phone.
// Called by PostingPage.
import type { Owner } from "../../server/domain/owner.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { isOffer } from "../../server/domain/section.ts";
import type { Instant } from "../../server/domain/time.ts";
import { startOf } from "../../server/domain/time.ts";
import type { Line } from "../parts/line.ts";
import { lineOf } from "../parts/line.ts";
import type { Words } from "../parts/words.ts";
import { boardPath } from "./boardPath.ts";
import { unlessSame } from "./Document.tsx";
import { LineList, MarkNote } from "./Lines.tsx";
import { NotYetOpen } from "./NotYetOpen.tsx";
import { officePath } from "./sitePath.ts";
import { mailAddress, phoneAddress, severalIn, webAddress } from "./webAddress.ts";

export interface ApplyProps {
  readonly posting: PublicPosting;
  readonly words: Words;
  /** Whom to ask where the posting names no way; null where not even that is known. */
  readonly contact: Owner | null;
  readonly now: Instant;
  /** Subject of mails, in the posting's own language: the office reads it. */
  readonly subject: string;
}

export function Apply(props: ApplyProps) {
  const { posting, words } = props;
  const { section, apply, call } = posting.content;
  if (posting.state === "suspended") return <p class="note is-strong">{words.t("page:suspended")}</p>;
  const offers = isOffer(section);
  const { opens } = posting.content.window;
  const isEarly = opens !== null && props.now < startOf(opens);
  return (
    <section class="apply" aria-labelledby="apply">
      <h2 id="apply">{words.t(offers ? "page:apply.heading" : "page:apply.headingContact")}</h2>
      {isEarly && <NotYetOpen opens={opens} words={words} />}
      {call?.mode === "ranking" && <p>{words.t("page:apply.ranking")}</p>}
      {apply === null ? (
        <OfficeToAsk {...props} offers={offers} />
      ) : (
        <StatedWay {...props} apply={isEarly ? { ...apply, online: null } : apply} />
      )}
    </section>
  );
}

type StatedApply = NonNullable<PublicPosting["content"]["apply"]>;

function StatedWay({ posting, words, subject, apply }: ApplyProps & { apply: StatedApply }) {
  const quote = (segment: { id: string; text: string }): Line => lineOf(posting, segment, words.locale.id);
  const inPerson = apply.inPerson && quote(apply.inPerson);
  const note = apply.note && quote(apply.note);
  const papers = apply.documents.map(quote);
  return (
    <>
      <Channels
        words={words}
        subject={subject}
        phones={severalIn(apply.phone ?? "")}
        mail={apply.email}
        site={apply.online}
      />
      {inPerson && (
        <>
          <h3>{words.t("page:apply.inPerson")}</h3>
          <Told line={inPerson} words={words} />
        </>
      )}
      {note && <Told line={note} words={words} />}
      {papers.length > 0 && (
        <>
          <h3>{words.t("page:apply.documents")}</h3>
          <LineList lines={papers} words={words} bulleted />
          <MarkNote lines={papers} words={words} />
        </>
      )}
    </>
  );
}

function Told({ line, words }: { line: Line; words: Words }) {
  return (
    <div>
      <LineList lines={[line]} words={words} />
      <MarkNote lines={[line]} words={words} />
    </div>
  );
}

function OfficeToAsk({ posting, words, contact, subject, offers }: ApplyProps & { offers: boolean }) {
  const name = contact?.name ?? posting.owner.name;
  const isReached =
    contact !== null &&
    (contact.kind === "office" || contact.phones.length > 0 || contact.email !== null || contact.website !== null);
  return (
    <>
      {offers && posting.content.call?.mode !== "ranking" && <p>{words.t("page:apply.notStated")}</p>}
      <p lang={unlessSame("it", words)}>{name}</p>
      {contact && (
        <Channels words={words} subject={subject} phones={contact.phones} mail={contact.email} site={contact.website} />
      )}
      {contact?.kind === "office" && (
        // Not every office has told a number or a mail: where it is and when one may come is known of all.
        <p>
          <a class="office-link" href={officePath(words.locale.id, contact.id)}>
            {words.t("page:office.way")}
          </a>
        </p>
      )}
      {!isReached && (
        // An area, a service or a network of which nothing but the name is known.
        <>
          <p>{words.t("page:apply.anyOffice")}</p>
          <p>
            <a class="office-link" href={`${boardPath(words.locale.id, null)}#offices`}>
              {words.t("page:offices")}
            </a>
          </p>
        </>
      )}
    </>
  );
}

interface ChannelsProps {
  readonly words: Words;
  readonly subject: string;
  readonly phones: readonly string[];
  readonly mail: string | null;
  readonly site: string | null;
}

/** Written so, a channel that is no sure address is still shown, as text. */
function Channels({ words, subject, phones, mail, site }: ChannelsProps) {
  const channels = [
    ...phones.map((phone) => ({
      href: phoneAddress(phone),
      label: words.t("page:apply.call", { phone }),
      text: phone,
      isShown: false,
    })),
    ...severalIn(mail ?? "").map((one) => ({
      href: mailAddress(one, subject),
      label: words.t("page:apply.mail"),
      text: one,
      isShown: true,
    })),
    ...(site === null
      ? []
      : [{ href: webAddress(site), label: words.t("page:apply.online"), text: site, isShown: true }]),
  ];
  if (channels.length === 0) return null;
  return (
    <ul class="channels">
      {channels.map(({ href, label, text, isShown }) => (
        <li>
          {href === null ? (
            <p>{text}</p>
          ) : (
            <a class="button" href={href} rel="nofollow noreferrer">
              {label}
              {isShown && <span class="button-detail">{text}</span>}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
