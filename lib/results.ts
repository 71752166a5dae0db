import type { z } from "zod";

/** What a server action and a socket's acknowledgement answer with. `code` and `fields` name messages in errors.json. */
export type ActionResult<T> = { ok: true; data: T } | Refusal;

export type Refusal =
  | { ok: false; code: "not-found" }
  | { ok: false; code: "invalid"; fields: Record<string, string> }
  | { ok: false; code: "too-many"; retryAfter: number }
  | { ok: false; code: "unexpected"; requestId: string };

/** Of an input that a schema does not take, a message key for each field. */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
}
