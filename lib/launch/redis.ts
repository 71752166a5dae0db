import { findProgram, installFromDebian } from "./debian.ts";

const program = "redis-server";

/** Brings a Redis for the tests that run over one too, where it can; says so where there is none. */
export async function ensureRedis(signal: AbortSignal): Promise<void> {
  if (!findProgram(program)) await installFromDebian(program, signal);
  if (!findProgram(program)) console.log(`There is no ${program} here: what goes by Redis is not tested.`);
}
