// An office: where it is and how to get in, when it is open and closed, mediators, telephone, booking. Called by server/http for /{lang}/{office}/info.
import type { Office } from "../../server/domain/owner.ts";
import type { Instant } from "../../server/domain/time.ts";
import { romeDay } from "../../server/domain/time.ts";
import { formatsOf, languageName } from "../parts/formats.ts";
import { openingLines } from "../parts/openingLines.ts";
import { Qr } from "../parts/qr.tsx";
import type { Words } from "../parts/words.ts";
import { boardPath } from "./boardPath.ts";
import type { PageFrame } from "./Document.tsx";
import { renderDocument } from "./Document.tsx";
import { officePath } from "./sitePath.ts";
import { mailAddress, phoneAddress, severalIn, webAddress } from "./webAddress.ts";

export interface OfficePageInput extends PageFrame {
  readonly office: Office;
  readonly parent: Office | null;
  readonly desks: readonly Office[];
  readonly now: Instant;
}

export function renderOfficePage(input: OfficePageInput): string {
  const { words, office } = input;
  const pathIn = (locale: string) => officePath(locale, office.id);
  return renderDocument({
    frame: input,
    title: office.name,
    description: [office.address, office.municipality].filter((part) => part !== null).join(", "),
    pathIn,
    indexed: office.demonstration ? null : { pathIn, anyPath: pathIn("it") },
    children: (
      <>
        <h1 lang={italian(words)}>{office.name}</h1>
        <p>
          <a class="choice" href={boardPath(words.locale.id, office.id)}>
            {words.t("page:office.board")}
          </a>
        </p>
        <Address office={office} words={words} />
        <Hours {...input} />
        <Visit office={office} words={words} />
        <Contacts office={office} words={words} />
        <Family {...input} />
      </>
    ),
  });
}

const italian = (words: Words) => (words.locale.id === "it" ? undefined : "it");

function Address({ office, words }: { office: Office; words: Words }) {
  const line = [office.address, `${office.municipality} (${office.province})`]
    .filter((part) => part !== null)
    .join(", ");
  const place = [office.address, office.municipality, office.province, "Italia"]
    .filter((part) => part !== null)
    .join(", ");
  return (
    <section aria-labelledby="address">
      <h2 id="address">{words.t("page:office.address")}</h2>
      <p lang={italian(words)}>{line}</p>
      {office.address !== null && (
        <>
          <p>
            <a class="choice" href={`geo:0,0?q=${encodeURIComponent(place)}`}>
              {words.t("page:office.map")}
            </a>
          </p>
          <p class="quiet">{words.t("page:office.mapAbout")}</p>
        </>
      )}
    </section>
  );
}

function Hours({ office, words, now }: OfficePageInput) {
  const hours = openingLines(office, words);
  const { days, begin } = formatsOf(words.locale);
  const closures = office.closures.filter(({ to }) => to >= romeDay(now)).sort((a, b) => (a.from < b.from ? -1 : 1));
  return (
    <section aria-labelledby="hours">
      <h2 id="hours">{words.t("page:office.hours")}</h2>
      {hours.length === 0 ? (
        <p class="quiet">{words.t("page:office.notStated")}</p>
      ) : (
        <Lines lines={hours.map(begin)} />
      )}
      <h3>{words.t("page:office.closures")}</h3>
      {closures.length === 0 ? (
        <p class="quiet">{words.t("page:office.noClosures")}</p>
      ) : (
        <ul class="lines">
          {closures.map(({ from, to, reason }) => (
            <li>
              {days(from, to, { year: true })}
              {reason !== null && (
                <>
                  {": "}
                  <span lang={italian(words)}>{reason}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Visit({ office, words }: { office: Office; words: Words }) {
  const { visit } = office;
  if (visit === undefined) return null;
  const { list, begin } = formatsOf(words.locale);
  return (
    <>
      {visit.entrances.length > 0 && (
        <section aria-labelledby="entrances">
          <h2 id="entrances">{words.t("page:office.entrances")}</h2>
          <ul class="lines">
            {visit.entrances.map(({ where, facts }) => (
              <li>
                {where !== null && <span lang={italian(words)}>{where}</span>}
                {where !== null && facts.length > 0 && ": "}
                {facts.length > 0 && list(facts.map((fact) => words.t(`vocabulary:entranceFact.${fact}`)))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {visit.mediators.length > 0 && (
        <section aria-labelledby="mediators">
          <h2 id="mediators">{words.t("page:office.mediators")}</h2>
          <Lines
            lines={visit.mediators.map((one) => {
              const when = begin(openingLines({ opening: [one] }, words)[0] ?? "");
              const spoken = list(one.languages.map((code) => languageName(code, words)));
              return spoken === "" ? when : `${when}: ${spoken}`;
            })}
          />
        </section>
      )}
      {visit.booking !== null && (
        <section aria-labelledby="booking">
          <h2 id="booking">{words.t("page:office.booking")}</h2>
          <p>
            <a class="button" href={visit.booking} rel="noreferrer">
              {words.t("page:office.booking")}
              <span class="button-detail">{new URL(visit.booking).host}</span>
            </a>
          </p>
          <p class="booking-qr">
            <Qr address={visit.booking} label={words.t("page:office.booking")} />
            <span>{words.t("page:office.bookingScan")}</span>
          </p>
        </section>
      )}
    </>
  );
}

function Contacts({ office, words }: { office: Office; words: Words }) {
  const site = office.website === null ? null : webAddress(office.website);
  const links = [
    ...office.phones.map((phone) => ({
      href: phoneAddress(phone),
      label: words.t("page:apply.call", { phone }),
      text: phone,
      shown: false,
    })),
    ...severalIn(office.email ?? "").map((one) => ({
      href: mailAddress(one, office.name),
      label: words.t("page:apply.mail"),
      text: one,
      shown: true,
    })),
    ...(office.website === null
      ? []
      : [{ href: site, label: words.t("page:apply.online"), text: office.website, shown: true }]),
  ];
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{words.t("page:office.contacts")}</h2>
      {links.length === 0 && <p class="quiet">{words.t("page:office.notStated")}</p>}
      <ul class="channels">
        {links.map(({ href, label, text, shown }) => (
          <li>
            {href === null ? (
              <p>{text}</p>
            ) : (
              <a class="button" href={href} rel="noreferrer">
                {label}
                {shown && <span class="button-detail">{text}</span>}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Family({ words, parent, desks }: OfficePageInput) {
  const link = (office: Office) => (
    <a class="office-link" href={officePath(words.locale.id, office.id)} lang={italian(words)}>
      {office.name}
    </a>
  );
  return (
    <>
      {parent !== null && (
        <p>
          {words.t("page:office.parent")} {link(parent)}
        </p>
      )}
      {desks.length > 0 && (
        <section aria-labelledby="desks">
          <h2 id="desks">{words.t("page:office.desks")}</h2>
          <ul class="offices">
            {desks.map((desk) => (
              <li>{link(desk)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
