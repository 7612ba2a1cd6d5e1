// An office in few lines: where it is, when it is open, how to reach it. Called by BoardPage.
import type { Office } from "../../server/domain/owner.ts";
import { openingLines } from "../parts/openingLines.ts";
import type { Words } from "../parts/words.ts";
import { officePath } from "./sitePath.ts";
import { phoneAddress } from "./webAddress.ts";

export function OfficeCard({ office, words }: { office: Office; words: Words }) {
  const hours = openingLines(office, words);
  const address = office.address === null ? null : `${office.address}, ${office.municipality}`;
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
        return (
          <p>
            {href === null ? (
              phone
            ) : (
              <a class="office-link" href={href}>
                {words.t("page:apply.call", { phone })}
              </a>
            )}
          </p>
        );
      })}
      <p>
        <a class="office-link" href={officePath(words.locale.id, office.id)}>
          {words.t("page:office.way")}
        </a>
      </p>
    </div>
  );
}
