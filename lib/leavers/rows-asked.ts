import { z } from "zod";
import { type Reason, type RowsAsked, verdicts } from "./schema.ts";

const showSchema = z.enum([...verdicts, "ALL", "WARNED"]);
/** Of any other word nobody has a problem. */
const reasonSchema = z.string().max(40) as z.ZodType<Reason, string>;

export const rowsAskedSchema = z.object({
  show: showSchema,
  reason: reasonSchema.optional(),
  after: z.int().min(0).optional(),
}) satisfies z.ZodType<RowsAsked>;

/** What an address asks for; everybody where it can't be read. */
export function readRowsAsked(query: Record<string, string | string[] | undefined>): RowsAsked {
  const { show, reason } = query;
  const asked = rowsAskedSchema.safeParse({ show: show ?? "ALL", reason });
  return asked.data ?? { show: "ALL" };
}
