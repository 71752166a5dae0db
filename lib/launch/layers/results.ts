import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { dataFolder } from "#lib/launch/folders.ts";

/** The file into which a runner writes its results, with none of an earlier run in it. */
export function freshResultsFile(runner: string): string {
  const folder = join(dataFolder, "test-results");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${runner}.json`);
  rmSync(file, { force: true });
  return file;
}

/** What a runner has written; null when it died before. */
export function readResults<T>(file: string, shape: z.ZodType<T>): T | null {
  try {
    return shape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}
