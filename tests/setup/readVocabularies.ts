// The vocabularies of a project folder, read once for all test files of a worker: they never change, and reading them is dear.
// Called by the houses the tests start, and by tests that only look things up.
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadVocabularies, type Vocabularies } from "../../server/vocabularies/loadVocabularies.ts";

const read = new Map<string, Vocabularies>();

/** Folders whose locales/ is a link to the same place share one. */
export function readVocabularies(projectRoot: string): Vocabularies {
  const root = dirname(realpathSync(join(projectRoot, "locales")));
  const vocabularies = read.get(root) ?? loadVocabularies(root);
  read.set(root, vocabularies);
  return vocabularies;
}
