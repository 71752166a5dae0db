import "server-only";

/** The database cannot be reached, or went away in the middle. Logged without its stack: while it is away each request meets it. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
  readonly code: string;

  constructor(code: string, cause: unknown) {
    super(`the database cannot be reached (${code})`, { cause });
    this.code = code;
    // The stack says nothing about the cause.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** The error as DatabaseAway when it means that the database cannot be reached, else unchanged. */
export function tellAway(error: unknown): unknown {
  const code = awayCode(error);
  return code === null || error instanceof DatabaseAway ? error : new DatabaseAway(code, error);
}

/** The system's, PostgreSQL's or Prisma's code of an error that says that the database cannot be reached; null for any other. */
export function awayCode(error: unknown, depth = 0): string | null {
  if (typeof error !== "object" || error === null || depth > 4) return null;
  const { code, originalCode, message, cause, meta } = error as Partial<Record<string, unknown>>;
  for (const one of [code, originalCode]) if (typeof one === "string" && awayCodes.has(one)) return one;
  if (typeof message === "string" && awayMessages.test(message)) return "no answer";
  for (const inner of [cause, meta && Object(meta).driverAdapterError]) {
    const found = awayCode(inner, depth + 1);
    if (found) return found;
  }
  return null;
}

const awayCodes = new Set([
  ...[
    "ECONNREFUSED",
    "ECONNRESET",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ETIMEDOUT",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "EPIPE",
  ],
  // admin_shutdown, crash_shutdown, cannot_connect_now, and what PostgreSQL says of broken connections.
  ...["57P01", "57P02", "57P03", "08000", "08001", "08003", "08004", "08006"],
  ...["P1001", "P1002", "P1008", "P1017"],
]);

// pg's own errors have no code, and Prisma's for a transaction has one that says nothing.
const awayMessages =
  /^Connection terminated|^timeout exceeded when trying to connect|^Query read timeout|^Client has encountered a connection error|Unable to start a transaction in the given time/;
