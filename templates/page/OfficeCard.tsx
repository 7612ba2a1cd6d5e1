// An office in few lines: where it is, when it is open, how to reach it. Called by BoardPage.
import type { Office } from "../../server/domain/owner.ts";
import type { Words } from "../parts/words.ts";
import { openingText } from "./openingText.ts";
import { phoneAddress } from "./webAddress.ts";

export function OfficeCard({ office, words }: { office: Office; words: Words }) {
  const hours = openingText(office.opening, words);
  const address = office.address === null ? null : `${office.address}, ${office.municipality}`;
  if (hours === null && address === null && office.phones.length === 0) return null;
  return (
    <div class="office">
      {address !== null && <p lang={words.locale.id === "it" ? undefined : "it"}>{address}</p>}
      {hours !== null && (
        <p>
          {words.t("page:published.hours")}: {hours}
        </p>
      )}
      {office.phones.map((phone) => {
        const href = phoneAddress(phone);
        return <p>{href === null ? phone : <a href={href}>{words.t("page:apply.call", { phone })}</a>}</p>;
      })}
    </div>
  );
}
