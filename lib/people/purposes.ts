import { purposes as all, type OpenTo } from "#lib/people/schema.ts";

type PurposesRow = { purposes: string[]; rehire: boolean; purposeNotes: Record<string, string> };

/** What somebody is open to as a row has it, in the order in which it is always listed. */
export function purposesOf({ purposes, rehire, purposeNotes }: PurposesRow): OpenTo[] {
  const open = new Set<string>([...(rehire ? ["REHIRE"] : []), ...purposes]);
  return all
    .filter((purpose) => open.has(purpose))
    .map((purpose) => ({ purpose, note: purposeNotes[purpose] ?? null }));
}
