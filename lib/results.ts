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
