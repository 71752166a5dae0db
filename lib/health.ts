import "server-only";
import { withScope } from "#lib/db.ts";

/** Whether the database answers. */
export async function isDatabaseHealthy(): Promise<boolean> {
  try {
    await withScope({}, (tx) => tx.$queryRaw`SELECT 1`);
    return true;
  } catch (error) {
    console.error("[health]", error);
    return false;
  }
}
