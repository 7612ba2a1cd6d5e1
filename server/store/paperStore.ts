// The part of the port that keeps walls and the sheets that hang or hung on them. One property of the store: `store.paper`.
// Contract tests: tests/store/contractOfPaper.ts.
//
// [SW1] Walls and sheets are sealed records and change only inside `write`; a damaged one is never returned as good.
// [SW2] A wall's id is never given twice, removed walls included: it stands in printed codes.
import type { OwnerId } from "../domain/owner.ts";
import type { Sheet, Wall } from "../domain/wall.ts";

export interface PaperReader {
  /** By id; removed ones too. */
  walls(): Promise<Wall[]>;
  wall(id: string): Promise<Wall | null>;
  sheet(id: string): Promise<Sheet | null>;
  /** Those that hang now, oldest first; of one office, or of all. */
  hangingSheets(office?: OwnerId): Promise<Sheet[]>;
}

export interface PaperWriter extends PaperReader {
  putWall(wall: Wall): Promise<void>;
  putSheet(sheet: Sheet): Promise<void>;
}
