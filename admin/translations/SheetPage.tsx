// One posting in one language: source beside target, and beside both the help for the segment one is at and the real card, page and poster.
// Everything by keyboard; `?` lists the keys. Shown by Desk at /admin/translations/{code}/{locale}.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { PostingAnswer } from "../../server/domain/httpContract.ts";
import type { QueueLine, RulesAnswer, SuggestionAnswer } from "../../server/domain/httpTranslation.ts";
import type { TranslationMove } from "../../server/domain/translation.ts";
import type { SheetLine } from "../../server/domain/translationSheet.ts";
import { api } from "../api.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { useShortcuts } from "../frame/shortcut.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { noteEndedSession } from "../session/session.ts";
import { languageName } from "../words/formats.ts";
import { translationWord as word } from "../words/words.ts";
import { following } from "./following.ts";
import { MachineDrafts } from "./MachineDrafts.tsx";
import { SegmentHelp } from "./SegmentHelp.tsx";
import { SegmentLine } from "./SegmentLine.tsx";
import { SheetPreviews } from "./SheetPreviews.tsx";
import type { SheetEditor } from "./sheetEditor.ts";
import { createSheetEditor, keyOf } from "./sheetEditor.ts";
import { readFilter, translationApi } from "./translationApi.ts";
import "./translations.css";

interface Opened {
  readonly editor: SheetEditor;
  readonly rules: RulesAnswer;
  readonly posting: PostingAnswer;
}

export function SheetPage({ code = "", locale = "" }: { readonly code?: string; readonly locale?: string }) {
  const opened = useSignal<Opened | null>(null);
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    let mine = true;
    const open = async () => {
      try {
        const [posting, sheet] = await Promise.all([api.posting(code), translationApi.sheet(code, locale)]);
        const rules = await translationApi.rules(sheet.owner);
        if (mine) opened.value = { editor: createSheetEditor(sheet, rules), rules, posting };
      } catch (error) {
        noteEndedSession(error);
        trouble.value = error instanceof Error ? error.message : String(error);
      }
    };
    void open();
    return () => {
      mine = false;
      const editor = opened.peek()?.editor;
      void editor?.flushAll();
      editor?.dispose();
      opened.value = null;
    };
  }, [code, locale]);
  if (opened.value === null) {
    return (
      <main id="content" class="page">
        <Trouble text={trouble.value} />
      </main>
    );
  }
  return <Sheet key={`${code} ${locale}`} {...opened.value} />;
}

function Sheet({ editor, rules, posting }: Opened) {
  const { url, route } = useLocation();
  const answer = editor.answer.value;
  const { lines, locale, code } = answer;
  const here = useSignal(
    Math.max(
      0,
      lines.findIndex((line) => !isDone(line)),
    ),
  );
  const suggestions = useSignal<readonly SuggestionAnswer[]>([]);
  const rows = useRef<HTMLOListElement>(null);
  const line = lines[here.value];

  const focus = (index: number) => {
    here.value = Math.max(0, Math.min(lines.length - 1, index));
    rows.current?.querySelectorAll("textarea")[here.value]?.focus();
  };
  useEffect(() => {
    focus(here.peek());
  }, []);
  useEffect(() => {
    editor.at(line?.segment ?? null);
    suggestions.value = [];
    if (line === undefined) return;
    const mine = new AbortController();
    translationApi.memory(code, locale, line.segment, mine.signal).then(
      (found) => (suggestions.value = found.suggestions.filter(({ score }) => score >= 75)),
      () => undefined,
    );
    return () => mine.abort();
  }, [line?.segment, line?.source]);

  const queueNow = async () => (await translationApi.queue(readFilter(new URL(url, location.origin).search))).lines;
  const queueBefore = useRef<readonly QueueLine[]>([]);
  useEffect(() => {
    queueNow().then(
      (lines) => (queueBefore.current = lines),
      () => undefined,
    );
  }, []);
  const nextPosting = async (by: 1 | -1) => {
    await editor.flushAll();
    const next = following(queueBefore.current, await queueNow(), { code, locale }, by);
    route(
      next === undefined
        ? `/admin/translations${search(url)}`
        : `/admin/translations/${next.code}/${next.locale}${search(url)}`,
    );
  };
  const move = async (what: TranslationMove) => {
    if (line === undefined) return;
    if (!(await editor.move(line, what)) || (what !== "approve" && what !== "submit")) return;
    const after = editor.answer.peek().lines;
    const index = after.findIndex((one, n) => n > here.peek() && !isDone(one));
    const first = index >= 0 ? index : after.findIndex((one) => !isDone(one));
    if (first >= 0) focus(first);
    else await nextPosting(1);
  };
  const take = (n: number) => {
    const suggestion = suggestions.value[n];
    if (line === undefined || suggestion === undefined || line.state === "approved") return;
    editor.type(line, suggestion.target);
  };
  const restart = () => {
    if (line?.current === null && line.earlier !== null && editor.answer.peek().mayTranslate) {
      editor.type(line, line.earlier.text);
      focus(here.peek());
    }
  };
  useShortcuts([
    { keys: "ctrl+enter", about: "translations:shortcuts.approve", run: () => void move("approve") },
    { keys: "ctrl+s", about: "translations:shortcuts.saveNow", run: () => void editor.flushAll() },
    { keys: "alt+arrowdown", about: "translations:shortcuts.nextSegment", run: () => focus(here.value + 1) },
    { keys: "alt+arrowup", about: "translations:shortcuts.previousSegment", run: () => focus(here.value - 1) },
    { keys: "alt+r", about: "translations:shortcuts.submit", run: () => void move("submit") },
    { keys: "alt+w", about: "translations:shortcuts.withdraw", run: () => void move("withdraw") },
    { keys: "alt+b", about: "translations:shortcuts.giveBack", run: () => void move("return") },
    { keys: "alt+0", about: "translations:shortcuts.restart", run: restart },
    { keys: "alt+1", about: "translations:shortcuts.take1", run: () => take(0) },
    { keys: "alt+2", about: "translations:shortcuts.take2", run: () => take(1) },
    { keys: "alt+3", about: "translations:shortcuts.take3", run: () => take(2) },
    { keys: "alt+pagedown", about: "translations:shortcuts.nextPosting", run: () => void nextPosting(1) },
    { keys: "alt+pageup", about: "translations:shortcuts.previousPosting", run: () => void nextPosting(-1) },
  ]);

  const title = (posting.posting.working ?? posting.posting.published?.content)?.title.written.text ?? code;
  return (
    <main id="content" class="page translations">
      <p class="way">
        <a href={`/admin/translations${search(url)}`}>{word("queue.title")}</a>
      </p>
      <div class="page-head">
        <PageTitle tab={`${title} · ${languageName(locale)}`}>
          {word("sheet.title", { title, language: languageName(locale) })}
        </PageTitle>
        <a class="button" href={`/admin/postings/${code}`}>
          {word("sheet.posting")}
        </a>
      </div>
      <Here editor={editor} />
      <MachineDrafts editor={editor} />
      {!answer.mayTranslate && <p class="notice">{word("sheet.readOnly")}</p>}
      <div class="sheet">
        <ol ref={rows} class="segments" aria-label={word("sheet.segments")}>
          {lines.map((one, index) => (
            <SegmentLine
              key={keyOf(one)}
              editor={editor}
              line={one}
              current={index === here.value}
              onFocus={() => (here.value = index)}
              onMove={move}
              onRestart={restart}
            />
          ))}
        </ol>
        {/* It scrolls, and while its previews load nothing in it takes the focus: the keyboard reaches it by itself. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
        <div class="sheet-beside" tabIndex={0}>
          <SegmentHelp editor={editor} rules={rules} line={line} suggestions={suggestions.value} onTake={take} />
          <SheetPreviews editor={editor} posting={posting} />
        </div>
      </div>
    </main>
  );
}

/** Who else is at this text now. */
function Here({ editor }: { readonly editor: SheetEditor }) {
  const others = editor.others.value;
  return (
    <p role="status" class={others.length > 0 ? "notice here" : "unseen"}>
      {others.length > 0 &&
        word("sheet.here", { count: others.length, names: others.map(({ name }) => name).join(", ") })}
    </p>
  );
}

function isDone(line: SheetLine): boolean {
  return line.state === "approved" || line.state === "review" || (line.given && line.current === null);
}

function search(url: string): string {
  return new URL(url, location.origin).search;
}
