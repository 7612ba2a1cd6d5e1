// What a public address asks for, and the one key under which its finished page is kept. Unknown query parameters are dropped here,
// so that tracking parameters never make a second page. Called by http/pages.

import { SHEET_LIMIT } from "../../templates/page/SheetCheckPage.tsx";
import { ANY_LOCALE, LIST_SIGN, LONGEST_LIST } from "../domain/address.ts";
import type { Code } from "../domain/code.ts";
import { fromBase32, readCode } from "../domain/code.ts";
import { isStatute } from "../domain/law.ts";
import type { Locale } from "../domain/locale.ts";
import type { OwnerId } from "../domain/owner.ts";
import type { PostingQuery } from "../domain/search.ts";
import { readPostingQuery, writePostingQuery } from "../domain/search.ts";
import type { SitePage } from "../domain/site.ts";
import { isSitePage } from "../domain/site.ts";
import type { Statute } from "../domain/vocabulary.ts";

export type Asked =
  | {
      readonly kind: "posting";
      readonly key: string;
      /** As written; `code` is null where it is none. */
      readonly written: string;
      readonly code: string | null;
      readonly locale: Locale;
      /** The language was chosen by the reader's browser. */
      readonly chosen: boolean;
      readonly revision: number | null;
    }
  | {
      readonly kind: "board";
      readonly key: string;
      readonly locale: Locale;
      readonly chosen: boolean;
      readonly office: string | null;
      readonly query: PostingQuery;
    }
  | AskedList
  | AskedLeaf;

/** Several postings somebody chose: a list made at a display. */
export interface AskedList {
  readonly kind: "list";
  readonly key: string;
  /** Those that can be codes, each once. */
  readonly codes: readonly Code[];
  readonly locale: Locale;
  readonly chosen: boolean;
}

/** A page beside boards and postings: one of the site's own, an article of law, an office. */
export interface AskedLeaf {
  readonly kind: "leaf";
  readonly key: string;
  readonly locale: Locale;
  /** The language was chosen by the reader's browser. */
  readonly chosen: boolean;
  readonly leaf:
    | { readonly what: "site"; readonly page: SitePage | "saved" | "channels"; readonly about: Code | null }
    /** "Is this sheet ours?", with what was typed; empty at first. */
    | { readonly what: "sheet"; readonly written: string }
    | { readonly what: "law"; readonly statute: Statute }
    | { readonly what: "office"; readonly office: OwnerId };
}

/** Null for an address that is no page of ours. */
export function pageKey(url: string, preferred: Locale, locales: readonly Locale[]): Asked | null {
  const mark = url.indexOf("?");
  const parts = partsOf(url);
  if (parts[0]?.toLowerCase() === "o" && (parts[1] ?? "") === "")
    return sheetKey(preferred, true, mark < 0 ? "" : url.slice(mark + 1));
  if (parts[0]?.toLowerCase() === "o") return postingKey(parts.slice(1), preferred, locales);
  if (parts.length === 3) return leafKey(parts, mark < 0 ? "" : url.slice(mark + 1), locales);
  return boardKey(parts, mark < 0 ? "" : url.slice(mark + 1), preferred, locales);
}

/** The language an address names, where it does, also one that is no page of ours: who is refused reads why in it. */
export function localeOf(url: string, preferred: Locale, locales: readonly Locale[]): Locale {
  const [first = "", , third = ""] = partsOf(url).map((part) => part.toLowerCase());
  const named = first === "o" ? third : first;
  return locales.includes(named) ? named : preferred;
}

function partsOf(url: string): string[] {
  const [path = ""] = url.split("?", 1);
  return path
    .split("/")
    .slice(1)
    .filter((part, index, all) => part !== "" || index < all.length - 1);
}

function postingKey(parts: readonly string[], preferred: Locale, locales: readonly Locale[]): Asked | null {
  const [written = "", lang, revisionText] = parts;
  if (parts.length > 4 || written === "") return null;
  const wanted = lang?.toLowerCase();
  const chosen = wanted === undefined || wanted === ANY_LOCALE;
  if (!chosen && !locales.includes(wanted)) return null;
  const locale = chosen ? preferred : wanted;
  if (written.includes(LIST_SIGN)) return parts.length > 2 ? null : listKey(written, locale, chosen);
  const code = readCode(written);
  const revision = revisionText === undefined ? null : fromBase32(revisionText);
  const key = `o|${code ?? written.slice(0, 40)}|${chosen ? "~" : ""}${locale}|${revision ?? ""}`;
  return { kind: "posting", key, written, code, locale, chosen, revision };
}

function listKey(written: string, locale: Locale, chosen: boolean): AskedList {
  const parts = written.split(LIST_SIGN).slice(0, LONGEST_LIST);
  const codes = [...new Set(parts.flatMap((part) => readCode(part) ?? []))];
  return { kind: "list", key: `c|${chosen ? "~" : ""}${locale}|${codes.join()}`, codes, locale, chosen };
}

function sheetKey(locale: Locale, chosen: boolean, search: string): AskedLeaf {
  const written = (new URLSearchParams(search).get("code") ?? "").trim().slice(0, SHEET_LIMIT);
  const key = `l|${chosen ? "~" : ""}${locale}|sheet|${written}`;
  return { kind: "leaf", key, locale, chosen, leaf: { what: "sheet", written } };
}

function leafKey(parts: readonly string[], search: string, locales: readonly Locale[]): AskedLeaf | null {
  const [locale = "", second = "", third = ""] = parts.map((part) => part.toLowerCase());
  if (!locales.includes(locale)) return null;
  const at = (leaf: AskedLeaf["leaf"], key: string): AskedLeaf => ({
    kind: "leaf",
    key: `l|${locale}|${key}`,
    locale,
    chosen: false,
    leaf,
  });
  if (second === "law") return isStatute(third) ? at({ what: "law", statute: third }, `law|${third}`) : null;
  if (second !== "info") return third === "info" ? at({ what: "office", office: second }, `office|${second}`) : null;
  if (third === "sheet") return sheetKey(locale, false, search);
  if (third !== "saved" && third !== "channels" && !isSitePage(third)) return null;
  const about = third === "feedback" ? readCode(new URLSearchParams(search).get("about") ?? "") : null;
  return at({ what: "site", page: third, about }, `site|${third}|${about ?? ""}`);
}

function boardKey(
  parts: readonly string[],
  search: string,
  preferred: Locale,
  locales: readonly Locale[],
): Asked | null {
  const [lang = "", office = null] = parts.map((part) => part.toLowerCase());
  if (parts.length > 2) return null;
  const chosen = lang === "";
  if (!chosen && !locales.includes(lang)) return null;
  const locale = chosen ? preferred : lang;
  const query = readPostingQuery(new URLSearchParams(search));
  const key = `b|${chosen ? "~" : ""}${locale}|${office ?? ""}|${writePostingQuery(query)}`;
  return { kind: "board", key, locale, chosen, office, query };
}
