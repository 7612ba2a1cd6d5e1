// Every step of the schema, in order. Called by sqlite.ts, postgres.ts and restore.
import type { Step } from "../migrate.ts";
import { records } from "./0001-records.ts";
import { language } from "./0003-language.ts";
import { displays } from "./0004-displays.ts";
import { paper } from "./0005-paper.ts";
import { publicTables } from "./0006-public.ts";
import { machine } from "./0007-machine.ts";
import { pictures } from "./0016-pictures.ts";
import { channels } from "./0022-channels.ts";
import { notes } from "./0028-notes.ts";
import { desk } from "./0031-desk.ts";

export const STEPS: readonly Step[] = [
  records,
  language,
  displays,
  paper,
  publicTables,
  machine,
  pictures,
  channels,
  notes,
  desk,
];
