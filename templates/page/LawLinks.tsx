// Ways from a posting to the plain explanation of each article it rests on. Called by PostingPage.
import type { Statute } from "../../server/domain/vocabulary.ts";
import type { Words } from "../parts/words.ts";
import { lawPath } from "./sitePath.ts";

export function LawLinks({ statutes, words }: { statutes: readonly Statute[]; words: Words }) {
  if (statutes.length === 0) return null;
  return (
    <section aria-labelledby="law">
      <h2 id="law">{words.t("law:common.heading")}</h2>
      <ul class="laws">
        {statutes.map((statute) => (
          <li>
            <a class="office-link" href={lawPath(words.locale.id, statute)}>
              {words.t("page:law.read", { law: words.t(`vocabulary:statute.${statute}.label`) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
