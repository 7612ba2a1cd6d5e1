// Searches of the list a member of staff has kept under a name. Used by http/filters and the desk (types).
import { z } from "zod";

export const savedFiltersBody = z.object({
  filters: z.array(z.object({ name: z.string().trim().min(1).max(60), query: z.string().max(400) })).max(30),
});
export type SavedFilters = z.infer<typeof savedFiltersBody>;
export type SavedFilter = SavedFilters["filters"][number];
