// The line at the top of every page: the way to the list, the language, the shortcuts, the way out. Called by Desk.
import { useLocation } from "preact-iso";
import { mayAnywhere } from "../../server/domain/user.ts";
import { session, signOut } from "../session/session.ts";
import {
  auditWord,
  checkWord,
  displayWord,
  importWord,
  peopleWord,
  translationWord,
  wallWord,
  word,
} from "../words/words.ts";
import { LocaleChoice } from "./LocaleChoice.tsx";
import { shortcutsOpen } from "./shortcut.ts";

export function Header() {
  const { path } = useLocation();
  return (
    <header class="top">
      <a class="wordmark" href="/admin/">
        {word("frame.name")}
      </a>
      <nav aria-label={word("frame.pages")}>
        <a href="/admin/postings" aria-current={path.startsWith("/admin/postings") ? "page" : undefined}>
          {word("frame.postings")}
        </a>
        {session.value && mayAnywhere(session.value.user, "write") && (
          <a href="/admin/import" aria-current={path === "/admin/import" ? "page" : undefined}>
            {importWord("menu")}
          </a>
        )}
        <a href="/admin/translations" aria-current={path.startsWith("/admin/translations") ? "page" : undefined}>
          {translationWord("queue.title")}
        </a>
        <a href="/admin/displays" aria-current={path.startsWith("/admin/displays") ? "page" : undefined}>
          {displayWord("list.title")}
        </a>
        <a href="/admin/wall" aria-current={path === "/admin/wall" ? "page" : undefined}>
          {wallWord("title")}
        </a>
        {session.value && mayAnywhere(session.value.user, "administer") && (
          <a href="/admin/people" aria-current={path === "/admin/people" ? "page" : undefined}>
            {peopleWord("list.title")}
          </a>
        )}
        {session.value && mayAnywhere(session.value.user, "administerNetwork") && (
          <a href="/admin/rules" aria-current={path === "/admin/rules" ? "page" : undefined}>
            {checkWord("policy.menu")}
          </a>
        )}
        {session.value && mayAnywhere(session.value.user, "administerNetwork") && (
          <a href="/admin/log" aria-current={path === "/admin/log" ? "page" : undefined}>
            {auditWord("title")}
          </a>
        )}
      </nav>
      <div class="top-end">
        <button type="button" class="plain shortcuts-button" onClick={() => (shortcutsOpen.value = true)}>
          {word("shortcuts.title")} <kbd>?</kbd>
        </button>
        <LocaleChoice />
        <a class="who" href="/admin/me" aria-current={path === "/admin/me" ? "page" : undefined}>
          {session.value?.user.name}
        </a>
        <button type="button" class="plain" onClick={() => void signOut()}>
          {word("frame.signOut")}
        </button>
      </div>
    </header>
  );
}
