import { BackupFailure } from "#lib/backup/failure.ts";
import { WrongRole } from "#lib/database-roles.ts";
import { WrongSetting } from "#lib/env.ts";

/** Something that a person can put right. The message says in one sentence what is wrong and what to do. */
export class LaunchFailure extends Error {}

/** What to print of an error: the sentence of one that a person can put right, all of any other. */
export function describeFailure(error: unknown): string {
  if (sayings.some((saying) => error instanceof saying) && error instanceof Error) return error.message;
  if (diskIsFull.includes(errorCode(error) ?? ""))
    return "The disk is full: free some space and start again.";
  if (error instanceof Error) return `Unexpected: ${error.stack ?? error.message}`;
  return `Unexpected: ${String(error)}`;
}

const sayings = [LaunchFailure, WrongSetting, WrongRole, BackupFailure];

/** The system's code, and PostgreSQL's. */
const diskIsFull = ["ENOSPC", "53100"];

/** The system's or PostgreSQL's code of an error: ENOENT, 28P01. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
