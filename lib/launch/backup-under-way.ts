import type { OperatorTask } from "#lib/work/operator-tasks.ts";
import { clock } from "./amounts.ts";

/** One sentence to the operator who has to wait for a backup, with what to do. */
export function describeBackup({ created_at, operator, done, total }: OperatorTask): string {
  const far = total ? `, ${Math.floor((100 * done) / total)} %` : "";
  return `A backup is under way, which ${operator} began at ${clock(created_at)}${far}: wait for it, or end it by \`npm run backup -- --cancel\`. If its process was killed, it is taken for dead after 30 seconds.`;
}
