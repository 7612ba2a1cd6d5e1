// Everything found before publishing, blocking points first, each with the way to its field; how complete and how easy the posting is. Called by PublishDialog.
import type { Finding } from "../../../server/domain/checks/finding.ts";
import { checkWord } from "../../words/words.ts";
import { controlId } from "../fields/FormField.tsx";
import { useChecks } from "./ChecksContext.ts";
import { FieldNote } from "./FieldNote.tsx";

export function CheckPanel({ onLeave }: { readonly onLeave: () => void }) {
  const checks = useChecks();
  const answer = checks?.answer.value ?? null;
  if (checks?.failed.value) return <p class="notice">{checkWord("panel.unchecked")}</p>;
  if (answer === null) return <p>{checkWord("panel.checking")}</p>;
  const { findings, completeness, ease } = answer;
  const goTo = ({ path }: Finding) => {
    onLeave();
    // After the dialog has given the focus back to where it was.
    setTimeout(() => document.getElementById(controlId(path))?.focus());
  };
  return (
    <section class="stack">
      <div class="check-head">
        {findings.length > 0 && <h3>{checkWord("panel.found", { count: findings.length })}</h3>}
        <span>
          {checkWord("panel.complete")}: {checkWord("panel.percent", { count: completeness })}
        </span>
        {ease !== null && <span>{checkWord("panel.ease", { count: ease })}</span>}
      </div>
      {findings.length > 0 && (
        <ul class="check-list">
          {findings.map((one) => (
            <li key={`${one.path} ${one.reason} ${one.found}`}>
              <FieldNote finding={one} />
              {document.getElementById(controlId(one.path)) !== null && (
                <button type="button" class="plain" onClick={() => goTo(one)}>
                  {checkWord("panel.goTo")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {findings.some(({ level }) => level === "block") && <p class="trouble">{checkWord("panel.refused")}</p>}
    </section>
  );
}
