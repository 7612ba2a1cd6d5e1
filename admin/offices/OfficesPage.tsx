// The directory: every office and desk with its address, hours and next closure, each a click from its form. Shown by Desk at /admin/offices.
import type { Office } from "../../server/domain/owner.ts";
import { romeDay, romeInstant } from "../../server/domain/time.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { readableOffices } from "../session/chosenOffice.ts";
import { shortDay } from "../words/formats.ts";
import { deskWord, officeWord as word } from "../words/words.ts";
import { hoursText } from "./hoursText.ts";

export function OfficesPage() {
  const today = romeDay(Date.now());
  return (
    <main id="content" class="page">
      <div class="page-head">
        <PageTitle>{word("title")}</PageTitle>
      </div>
      <p class="quiet">{word("about")}</p>
      <table class="postings" aria-label={word("title")}>
        <thead>
          <tr>
            <th scope="col">{word("name")}</th>
            <th scope="col">{word("address")}</th>
            <th scope="col">{word("phones")}</th>
            <th scope="col">{word("hours")}</th>
            <th scope="col">{word("closures")}</th>
          </tr>
        </thead>
        <tbody>
          {readableOffices().map((office) => (
            <tr key={office.id}>
              <td class="column-title">
                <a href={`/admin/offices/${office.id}`} lang="it">
                  {office.name}
                </a>
              </td>
              <td lang="it">{[office.address, office.municipality].filter((part) => part !== null).join(", ")}</td>
              <td>{office.phones.join(", ")}</td>
              <td>{office.opening.length === 0 ? word("noHours") : office.opening.map(hoursText).join("; ")}</td>
              <td>{nextClosure(office, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

function nextClosure({ closures }: Office, today: string): string {
  const next = closures.filter(({ to }) => to >= today).sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (next === undefined) return "";
  const [from, to] = [shortDay(romeInstant(next.from)), shortDay(romeInstant(next.to))];
  return next.from === next.to ? `${deskWord("calendar.kind.closure")}: ${from}` : word("closedNext", { from, to });
}
