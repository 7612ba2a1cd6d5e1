// Hands what the checks found to the fields and the publish dialog.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Finding } from "../../../server/domain/checks/finding.ts";
import type { LiveChecks } from "./liveChecks.ts";

export const ChecksContext = createContext<LiveChecks | null>(null);

export function useChecks(): LiveChecks | null {
  return useContext(ChecksContext);
}

/** What was found in the field at this path. A hook: call it where hooks may be called. */
export function notesAt(path: string): readonly Finding[] {
  const checks = useContext(ChecksContext);
  // Facts not stated are said once, in the publish dialog, not while one is still writing.
  return (checks?.answer.value?.findings ?? []).filter(
    (one) => one.path === path && (one.found !== "" || one.level === "block"),
  );
}
