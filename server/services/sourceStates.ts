// How each source that is read by itself last did: kept when it is read, told to who may import for its office. Called by readSource, followers/sources,
// http/sources and deskToday. [SS1] A source that fails again and again is written down once, until it does otherwise.
import { ownersAbove } from "../domain/ownersAbove.ts";
import type { SourceState, SourcesAnswer } from "../domain/sourceContract.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { House } from "../house.ts";
import type { Reader, Writer } from "../store/store.ts";
import { systemUser } from "./systemUser.ts";

const KEY = "sources";
const LINES = 5;

type States = Readonly<Record<string, SourceState>>;

export async function readSourceStates(reader: Pick<Reader, "setting">): Promise<States> {
  return JSON.parse((await reader.setting(KEY)) ?? "{}") as States;
}

export async function keepSourceState(
  tx: Pick<Writer, "setting" | "putSetting">,
  id: string,
  state: SourceState,
): Promise<void> {
  const states = await readSourceStates(tx);
  await tx.putSetting(KEY, JSON.stringify({ ...states, [id]: { ...state, lines: state.lines.slice(0, LINES) } }));
}

/** [SS1] A source that was not read, or read and found the same as before: told where that is news. */
export async function noteSource(
  { store, clock }: Pick<House, "store" | "clock">,
  id: string,
  state: Omit<SourceState, "at" | "lines">,
): Promise<void> {
  const last = (await readSourceStates(store))[id];
  const trouble = (outcome: SourceState["outcome"] | undefined) => outcome === "unreachable";
  if (last !== undefined && trouble(last.outcome) === trouble(state.outcome)) return;
  const at = clock.now();
  await store.write(systemUser("import").login, at, (tx) => keepSourceState(tx, id, { ...state, at, lines: [] }));
}

export async function listSources(
  house: Pick<House, "store" | "mirror" | "config" | "mailState">,
  user: User,
): Promise<SourcesAnswer> {
  const { folder, feeds, publish, everyMinutes } = house.config.sources;
  const states = await readSourceStates(house.store);
  const mine = (office: string) => may(user, "write", office, ownersAbove(house.mirror.owners.get(office)));
  const folders = folder === null ? [] : house.mirror.offices();
  return {
    sources: [
      ...folders.map(({ id }) => ({
        kind: "folder" as const,
        office: id,
        name: `${id}/`,
        last: states[folderId(id)] ?? null,
      })),
      ...feeds.map(({ url, office }) => ({
        kind: "feed" as const,
        office,
        name: nameOf(url),
        last: states[feedId(url)] ?? null,
      })),
    ].filter(({ office }) => mine(office)),
    publish,
    everyMinutes,
    mail: house.mailState(),
  };
}

export const folderId = (office: string): string => `folder:${office}`;
export const feedId = (url: string): string => `feed:${nameOf(url)}`;

function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}
