/** What a person can cause. `code` names the message in lib/i18n/messages/<locale>/errors.json. */
export abstract class OkaeriError extends Error {
  abstract readonly code: "not-found" | "invalid" | "too-many";
}

/** There is no such thing, or it is not this viewer's: the two are never told apart. */
export class NotFound extends OkaeriError {
  readonly code = "not-found";
}

/** Input that cannot be taken. `fields` maps a field's path to a message key within errors.json. */
export class Invalid extends OkaeriError {
  readonly code = "invalid";
  readonly fields: Record<string, string>;
  constructor(fields: Record<string, string>) {
    super(`invalid: ${Object.keys(fields).join(", ")}`);
    this.fields = fields;
  }
}

/** Too many tries; the next one counts after `retryAfter` seconds. */
export class TooMany extends OkaeriError {
  readonly code = "too-many";
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super(`too many tries, again in ${retryAfter} s`);
    this.retryAfter = retryAfter;
  }
}

/** What must not happen. The message is a sentence of ours without any value: it is logged. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}
