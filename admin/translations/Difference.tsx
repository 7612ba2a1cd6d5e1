// Two wordings of one sentence as one: what went is struck through, what came stands out. Called for the memory's suggestions and for a sentence
// that has changed since it was translated.
import type { SuggestionAnswer } from "../../server/domain/httpTranslation.ts";

export function Difference({ parts }: { readonly parts: NonNullable<SuggestionAnswer["difference"]> }) {
  return (
    <>
      {parts.map(({ kind, text }, at) => {
        const said = kind === "gone" ? <del>{text}</del> : kind === "new" ? <ins>{text}</ins> : text;
        return <span key={at}>{said} </span>;
      })}
    </>
  );
}
