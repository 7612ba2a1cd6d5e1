// An address of the desk that leads nowhere. Called by Desk.
import { word } from "../words/words.ts";
import { PageTitle } from "./PageTitle.tsx";

export function NotFound() {
  return (
    <main id="content" class="page narrow stack">
      <PageTitle>{word("notFound.title")}</PageTitle>
      <p>{word("notFound.about")}</p>
      <p>
        <a href="/admin/">{word("notFound.back")}</a>
      </p>
    </main>
  );
}
