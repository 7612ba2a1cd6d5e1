// What a healthy display tells of itself, for tests.
import type { Beat } from "../../server/domain/display.ts";

export const aBeat = (changes: Partial<Beat> = {}): Beat => ({
  code: null,
  face: "empty",
  locale: "it",
  revision: null,
  boardRevision: 10_000_000,
  frameAge: 10,
  faceAge: 10,
  due: null,
  clockOffset: 0,
  clock: "known",
  storage: "full",
  usedBytes: null,
  build: "test",
  viewport: "1920x1080",
  causes: [],
  line: "socket",
  ...changes,
});
