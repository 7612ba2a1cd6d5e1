// Who is let in when more come than can be served: staff, displays and health always; the public as long as there is room, and never an invented error.
// [AD1] A finished page is answered whatever the load: it costs less than refusing it. [AD2] What must be made anew waits in no queue: beyond the
// room, or when the process is late, the answer is a short page in every language with Retry-After. Called by app.ts before Express.
import type { IncomingMessage, ServerResponse } from "node:http";
import { renderBusyPage } from "../../templates/page/BusyPage.tsx";
import type { WordsOf } from "../../templates/parts/words.ts";
import type { Locale } from "../domain/locale.ts";
import type { PageBytes } from "./pageBytes.ts";
import { pageBytes, sendPage } from "./pageBytes.ts";

export interface Admission {
  /** True where the request was refused and answered. */
  refuse(request: IncomingMessage, response: ServerResponse): boolean;
  readonly refused: number;
  close(): void;
}

export interface AdmissionLimits {
  /** Public requests under way that are not finished pages. */
  readonly room: number;
  /** Milliseconds the process may be behind. */
  readonly late: number;
}

const LIMITS: AdmissionLimits = { room: 128, late: 250 };
const FEW = 16;
const RETRY_AFTER = 5;
const TICK = 50;

/** Room is reserved for these: the desk and its API, displays and their sockets, health. Other networks' exchange can come again later. */
const RESERVED = /^\/(api(?!\/v1\/eures\/)|admin|kiosk|socket\.io|healthz|readyz|metrics|assets)(\/|$|\?)/;

export function createAdmission(
  words: WordsOf,
  locales: readonly Locale[],
  limits: AdmissionLimits = LIMITS,
): Admission {
  const html = renderBusyPage(
    locales.map((locale) => words(locale)),
    RETRY_AFTER,
  );
  const page: PageBytes = pageBytes(html, 503, { "Retry-After": String(RETRY_AFTER), "Cache-Control": "no-store" });
  let inside = 0;
  let refused = 0;
  let late = 0;
  let expected = performance.now() + TICK;
  const pulse = setInterval(() => {
    const now = performance.now();
    // Falls off slowly, so that one long step refuses nobody and a flood is not let in at every breath.
    late = Math.max(now - expected, late * 0.8);
    expected = now + TICK;
  }, TICK);
  pulse.unref();
  return {
    refuse(request, response) {
      if (RESERVED.test(request.url ?? "/")) return false;
      // A process that is late with few inside is late for another reason: refusing its only readers would help nobody.
      if (inside < Math.min(FEW, limits.room) || (inside < limits.room && late < limits.late)) {
        inside += 1;
        response.once("close", () => {
          inside -= 1;
        });
        return false;
      }
      refused += 1;
      sendPage(page, request, response);
      return true;
    },
    get refused() {
      return refused;
    },
    close: () => clearInterval(pulse),
  };
}
