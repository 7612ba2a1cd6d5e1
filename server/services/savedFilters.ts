// Searches of the list a person has kept under a name: one setting a person. Called by http/filters.
import type { SavedFilter } from "../domain/savedFilter.ts";
import { savedFiltersBody } from "../domain/savedFilter.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";

const keyOf = ({ login }: User) => `filters:${login}`;

export async function savedFilters({ store }: Pick<Desk, "store">, user: User): Promise<readonly SavedFilter[]> {
  const text = await store.setting(keyOf(user));
  if (text === null) return [];
  try {
    return savedFiltersBody.safeParse(JSON.parse(text)).data?.filters ?? [];
  } catch {
    return [];
  }
}

export async function keepFilters(desk: Desk, user: User, filters: readonly SavedFilter[]): Promise<void> {
  await desk.store.write(user.login, desk.clock.now(), (tx) => tx.putSetting(keyOf(user), JSON.stringify({ filters })));
  await desk.mirror.catchUp();
}
