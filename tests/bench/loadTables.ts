// A program of the translation benchmark: a process that has just begun loads the vocabularies once and says how many milliseconds it took.
import { performance } from "node:perf_hooks";
import { readConfig } from "../../server/config.ts";
import { loadVocabularies } from "../../server/vocabularies/loadVocabularies.ts";

const { projectRoot } = readConfig({});
const begun = performance.now();
loadVocabularies(projectRoot);
process.stdout.write(`${performance.now() - begun}\n`);
