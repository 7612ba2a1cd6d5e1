// An office in few lines: where it is, when it is open, how to reach it. Called by BoardPage.
import type { Office } from "../../server/domain/owner.ts";
import { openingLines } from "../parts/openingLines.ts";
import type { Words } from "../parts/words.ts";
import { phoneAddress } from "./webAddress.ts";

export function OfficeCard({ office, words }: { office: Office; words: Words }) {
  const hours = openingLines(office, words);
  const address = office.address === null ? null : `${office.address}, ${office.municipality}`;
  if (hours.length === 0 && address === null && office.phones.length === 0) return null;
  return (
    <div class="office">
      {address !== null && <p lang={words.locale.id === "it" ? undefined : "it"}>{address}</p>}
      {hours.length > 0 && (
        <p>
          {words.t("page:published.hours")}: {hours.join("; ")}
        </p>
      )}
      {office.phones.map((phone) => {
        const href = phoneAddress(phone);
        return <p>{href === null ? phone : <a href={href}>{words.t("page:apply.call", { phone })}</a>}</p>;
      })}
    </div>
  );
}
