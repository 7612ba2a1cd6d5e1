// The addresses everybody may open without an account, as the OpenAPI document names them: pages, paper, feeds. Called by openApi.
// Other systems and printed codes rely on them, so a test asks the server for each.

export interface PublicAddress {
  /** Variables in braces. */
  readonly path: string;
  readonly summary: string;
  /** Query parameters, each with what it means. */
  readonly query?: Readonly<Record<string, string>>;
}

const LANGUAGES = "languages, divided by commas";
const PLACE = "short id of the wall the code will hang on";

export const PUBLIC_ADDRESSES: readonly PublicAddress[] = [
  {
    path: "/{lang}/",
    summary: "The public board.",
    query: { q: "words", section: "section", place: "place", page: "page" },
  },
  {
    path: "/{lang}/{office}",
    summary: "The board of one office.",
    query: { q: "words", section: "section", page: "page" },
  },
  {
    path: "/o/{code}",
    summary:
      "A posting's page in the reader's own language, any letter case: 200 open, 410 closed (readable, with similar ones), 404 unknown.",
  },
  { path: "/o/{code}/{lang}", summary: "The same in one language; `x`: the reader's own." },
  {
    path: "/o/{code}/{lang}/{revision}",
    summary: "The same as a printed code leads there: says what changed since that revision (base 32) was printed.",
  },
  {
    path: "/o/{code}/{lang}/{revision}/{place}",
    summary: "The same, counted for the wall or display whose short id `place` is.",
  },
  { path: "/o/{code}.ics", summary: "A posting's deadline or event for a calendar." },
  { path: "/o", summary: "“Is this sheet ours?” in the reader's own language, short enough to be typed." },
  {
    path: "/{lang}/info/sheet",
    summary:
      "“Is this sheet ours?”: checks a printed code and its check character; asks for nothing else and keeps nothing.",
    query: { code: "the code or the address printed on the sheet" },
  },
  {
    path: "/posters/{code}.pdf",
    summary: "A posting on paper. 503 with the reason where there is no browser to print with; then the .html serves.",
    query: {
      lang: LANGUAGES,
      format: "poster, large, two, four, leaflet, strips or slip",
      size: "a4, a3 or a6",
      place: PLACE,
    },
  },
  {
    path: "/posters/{code}.html",
    summary: "The same as a page to be looked at or printed.",
    query: { lang: LANGUAGES },
  },
  {
    path: "/offices/{office}/bulletin.pdf",
    summary: "The board of an office on paper: index sheets with a code a row, then posters if wanted.",
    query: { lang: LANGUAGES, section: "section; absent: all", posters: "1: posters too", place: PLACE },
  },
  {
    path: "/offices/{office}/report.pdf",
    summary: "The week of an office in figures.",
    query: { lang: LANGUAGES, day: "a day of the week, YYYY-MM-DD" },
  },
  { path: "/report.pdf", summary: "The week of the network.", query: { lang: LANGUAGES, day: "YYYY-MM-DD" } },
  { path: "/feed/{lang}.xml", summary: "New postings as an Atom feed." },
  { path: "/sitemap.xml", summary: "All pages for search engines, or the index of the lists that tell them." },
  {
    path: "/sitemap-{number}.xml",
    summary: "One list of a large board: 0 the site's own pages, the others 5,000 postings each.",
  },
];
