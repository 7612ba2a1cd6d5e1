// Two thousand displays in their lobbies: publications to all of them beside bare `ws`, then the server killed and started again until all are current,
// with their coming spread over time and without; what a current one receives; what stalled ones cost; the memory of a thousand.
// Called by run.ts. `npm run bench -- lobby [publish|storm|stalled|memory|program …]`.
// What needs a real browser for long (twenty starts alone, a thousand transitions, 72 hours) is in tests/kiosk/*.full.test.ts.
import { benchProgram } from "./kioskProgram.ts";
import { withServer } from "./lobbyHouse.ts";
import { memoryPart } from "./lobbyMemory.ts";
import { publishPart } from "./lobbyPublish.ts";
import { stalledPart } from "./lobbyStalled.ts";
import { stormPart } from "./lobbyStorm.ts";

/** Each with a server of its own, so that one can be measured alone. */
export const LOBBY_PARTS: Readonly<Record<string, () => Promise<void>>> = {
  publish: () => withServer(publishPart),
  storm: () => withServer(stormPart),
  stalled: () => withServer(stalledPart),
  memory: () => withServer(memoryPart),
  program: benchProgram,
};

export async function benchLobby(parts: readonly string[]): Promise<void> {
  for (const part of parts.length > 0 ? parts : Object.keys(LOBBY_PARTS)) await LOBBY_PARTS[part]?.();
}
