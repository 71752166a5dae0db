import { WrongRole } from "#lib/database-roles.ts";
import { WrongSetting } from "#lib/env.ts";

/** Something that a person can put right. The message says in one sentence what is wrong and what to do. */
export class LaunchFailure extends Error {}

/** What to print of an error: the sentence of one that a person can put right, all of any other. */
export function describeFailure(error: unknown): string {
  if (error instanceof LaunchFailure || error instanceof WrongSetting || error instanceof WrongRole)
    return error.message;
  if (errorCode(error) === "ENOSPC") return "The disk is full: free some space and start again.";
  if (error instanceof Error) return `Unexpected: ${error.stack ?? error.message}`;
  return `Unexpected: ${String(error)}`;
}

/** The system's or PostgreSQL's code of an error: ENOENT, 28P01. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
