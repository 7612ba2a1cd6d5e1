// Many postings at once: each by its own service and its own transaction, told line by line as it is done. Whoever closes the page stops nothing;
// who stops it keeps what was done. [WK2]

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
import { beginWork, lineByLine } from "./watchWork.ts";

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
        const work = beginWork(call, () => undefined);
        const tell = lineByLine<BulkLine>(response);
        try {
          for (const [index, { code, expected }] of body.items.entries()) {
            if (!(await work.goesOn(index, body.items.length))) break;
            const item = { code: code.toUpperCase(), expected };
            const line = await changeOne(house, user, item, body.action).then(
              ({ revision }): BulkLine => ({ code, revision, sentence: null }),
              (thrown: unknown): BulkLine => {
                const { sentence = "" } = refuse(house, thrown, locale).body;
                return { code, revision: null, sentence };
              },
            );
            tell(line);
          }
        } finally {
          work.end();
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
