// Sends one change for many postings and hears of each as it is done: the server answers a line of JSON at a time. Called by BulkDialog.
import type { BulkBody, BulkLine } from "../../../server/domain/bulkContract.ts";
import { Refused } from "../../api.ts";
import { spokenLocale, word } from "../../words/words.ts";

export async function runBulk(body: BulkBody, onLine: (line: BulkLine) => void): Promise<void> {
  const response = await fetch("/api/v1/postings/bulk", {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "content-type": "application/json",
      "accept-language": spokenLocale().id,
      "x-requested-with": "bacheca",
    },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Refused("unreachable", {}, word("errors.unreachable"));
  });
  if (!response.ok || response.body === null) {
    const answer = (await response.json().catch(() => ({}))) as { refusal?: string; sentence?: string };
    throw new Refused(answer.refusal ?? "unexpected", {}, answer.sentence ?? word("errors.unexpected"));
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(JSON.parse(line) as BulkLine);
  }
}
