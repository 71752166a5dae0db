import { z } from "zod";

/** What a server action and a socket's acknowledgement answer with. `code` and `fields` name messages in errors.json. */
export type ActionResult<T> = { ok: true; data: T } | Refusal;

const no = z.literal(false);

/** A refusal as the routes of our own answer it, in JSON. */
export const refusalSchema = z.discriminatedUnion("code", [
  z.object({ ok: no, code: z.literal("not-found") }),
  z.object({ ok: no, code: z.literal("invalid"), fields: z.record(z.string(), z.string()) }),
  z.object({ ok: no, code: z.literal("too-many"), retryAfter: z.number() }),
  z.object({ ok: no, code: z.literal("unexpected"), requestId: z.string() }),
]);

export type Refusal = z.infer<typeof refusalSchema>;

/** Of an input that a schema does not take, a message key for each field. */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
}
