// A person's name on the desk. Whoever came with the house has not been given one yet: then what they are, in the reader's language.
// Called by the header and the pages of people.
import { FIRST_USER_NAME, type User } from "../../server/domain/user.ts";
import { peopleWord } from "../words/words.ts";

export function personName({ name }: Pick<User, "name">): string {
  return name === FIRST_USER_NAME ? peopleWord("firstUser") : name;
}
