// What the checks say against a translation, errors first. Called by SegmentLine.
import type { Finding } from "../../server/domain/checkTranslation.ts";
import { languageName } from "../words/formats.ts";
import { translationWord as word } from "../words/words.ts";

export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  const sorted = [...findings].sort((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"));
  return (
    <ul class="findings">
      {sorted.map(({ code, severity, what }) => (
        <li key={`${code} ${what}`} class={severity}>
          <strong>{word(`severity.${severity}`)}</strong>{" "}
          {word(`check.${code}`, { what: code === "wrongLanguage" && what !== "" ? languageName(what) : what })}
        </li>
      ))}
    </ul>
  );
}
