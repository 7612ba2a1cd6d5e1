// The line at the top of every page: the way to the pages of every day and to the others, the language, the shortcuts, the way out. Called by Desk.
import { useLocation } from "preact-iso";
import type { Action } from "../../server/domain/user.ts";
import { mayAnywhere } from "../../server/domain/user.ts";
import { personName } from "../people/personName.ts";
import { session, signOut } from "../session/session.ts";
import {
  auditWord,
  checkWord,
  deskWord,
  displayWord,
  importWord,
  numbersWord,
  officeWord,
  peopleWord,
  translationWord,
  wallWord,
  word,
} from "../words/words.ts";
import { LocaleChoice } from "./LocaleChoice.tsx";
import type { DeskPage } from "./MorePages.tsx";
import { MorePages, PageLink } from "./MorePages.tsx";
import { shortcutsOpen } from "./shortcut.ts";

export function Header() {
  const { path } = useLocation();
  const user = session.value?.user;
  const mayDo = (action: Action) => user !== undefined && mayAnywhere(user, action);
  const daily: readonly DeskPage[] = [
    { to: "/admin/", name: deskWord("today.title") },
    { to: "/admin/postings", name: word("frame.postings") },
    { to: "/admin/translations", name: translationWord("queue.title") },
    { to: "/admin/displays", name: displayWord("list.title") },
    { to: "/admin/wall", name: wallWord("title") },
    { to: "/admin/calendar", name: deskWord("calendar.title") },
  ];
  const other: readonly DeskPage[] = [
    { to: "/admin/board", name: deskWord("board.title") },
    { to: "/admin/numbers", name: numbersWord("title") },
    { to: "/admin/offices", name: officeWord("title") },
    ...(mayDo("write") ? [{ to: "/admin/import", name: importWord("menu") }] : []),
    ...(mayDo("administer") ? [{ to: "/admin/people", name: peopleWord("list.title") }] : []),
    ...(mayDo("administerNetwork") ? [{ to: "/admin/rules", name: checkWord("policy.menu") }] : []),
    ...(mayDo("administerNetwork") ? [{ to: "/admin/log", name: auditWord("title") }] : []),
  ];
  return (
    <header class="top">
      <a class="skip" href="#content">
        {word("frame.skip")}
      </a>
      <a class="wordmark" href="/admin/">
        {word("frame.name")}
      </a>
      <nav aria-label={word("frame.pages")}>
        {daily.map((page) => (
          <PageLink key={page.to} page={page} path={path} />
        ))}
        <MorePages pages={other} path={path} />
      </nav>
      <div class="top-end">
        <button type="button" class="plain shortcuts-button" onClick={() => (shortcutsOpen.value = true)}>
          {word("shortcuts.title")} <kbd>?</kbd>
        </button>
        <LocaleChoice />
        <a class="who" href="/admin/me" aria-current={path === "/admin/me" ? "page" : undefined}>
          {user && personName(user)}
        </a>
        <button type="button" class="plain" onClick={() => void signOut()}>
          {word("frame.signOut")}
        </button>
      </div>
    </header>
  );
}
