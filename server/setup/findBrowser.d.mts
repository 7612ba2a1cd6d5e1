// Types of findBrowser.mjs, for the tests that need a browser.
/** Path of a browser that prints PDFs, or undefined. */
export function findBrowser(): string | undefined;
/** Puts the browser's path into PUPPETEER_EXECUTABLE_PATH, installing one where it can. */
export function provideBrowser(): Promise<void>;
