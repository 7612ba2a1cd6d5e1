// The part of the port for what staff keep beside postings: files hung on them, templates of their own. One property of the store: `store.desk`.
// Contract tests: tests/store/contractOfDesk.ts.
//
// [SK1] Files and templates are sealed records and change only inside `write`; a damaged one is never returned as good.
// [SK2] A file never changes once it is kept: another content is another id.
import type { KeptFile } from "../domain/attachment.ts";
import type { Template } from "../domain/template.ts";

export interface DeskReader {
  file(id: string): Promise<KeptFile | null>;
  /** By name; of all owners. */
  templates(): Promise<Template[]>;
  template(id: string): Promise<Template | null>;
}

export interface DeskWriter extends DeskReader {
  putFile(file: KeptFile): Promise<void>;
  putTemplate(template: Template): Promise<void>;
  removeTemplate(id: string): Promise<void>;
}
