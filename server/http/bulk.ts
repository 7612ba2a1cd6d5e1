// Many postings at once: each by its own service and its own transaction, told line by line as it is done. Whoever closes the page stops nothing.

import type { BulkBody, BulkLine } from "../domain/bulkContract.ts";
import { bulkBody } from "../domain/bulkContract.ts";
import type { Posting } from "../domain/posting.ts";
import type { User } from "../domain/user.ts";
import type { House } from "../house.ts";
import { renewed, republishPosting } from "../services/republishPosting.ts";
import { reopenPosting, withdrawPosting } from "../services/withdrawPosting.ts";
import { refuse } from "./refuse.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

export function bulkRoutes(): Route[] {
  return [
    route({
      method: "post",
      path: "/postings/bulk",
      access: "publish",
      summary: "Close, reopen, renew, share or pin up to 500 postings; answers a line of JSON for each as it is done.",
      body: bulkBody,
      async handle(call) {
        const { house, body, locale, response } = call;
        const user = userOfCall(call);
        response.set({ "Content-Type": "application/x-ndjson; charset=utf-8", "Cache-Control": "private, no-store" });
        response.flushHeaders();
        for (const { code, expected } of body.items) {
          const line = await changeOne(house, user, { code: code.toUpperCase(), expected }, body.action).then(
            ({ revision }): BulkLine => ({ code, revision, sentence: null }),
            (thrown: unknown): BulkLine => {
              const { sentence = "" } = refuse(house, thrown, locale).body;
              return { code, revision: null, sentence };
            },
          );
          // Nobody may be listening any more; the work is done all the same.
          if (!response.destroyed) response.write(`${JSON.stringify(line)}\n`);
        }
        if (!response.destroyed) response.end();
        return {};
      },
    }),
  ];
}

function changeOne(
  house: House,
  user: User,
  { code, expected }: BulkBody["items"][number],
  action: BulkBody["action"],
): Promise<Posting> {
  switch (action.does) {
    case "close":
      return withdrawPosting(house, user, code, expected, action.reason);
    case "reopen":
      return reopenPosting(house, user, code, expected);
    case "renew":
      return republishPosting(house, user, code, expected, (content) => renewed(content, action.until));
    case "share":
      return republishPosting(house, user, code, expected, (content) => ({ ...content, share: action.share }));
    case "pin":
      return republishPosting(house, user, code, expected, (content) => ({ ...content, pinned: action.pinned }));
  }
}
