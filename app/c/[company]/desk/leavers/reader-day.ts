import { dayOf } from "#components/ui/days.ts";
import type { Account } from "#lib/auth/schema.ts";

/** The day that it is where an account is, YYYY-MM-DD. */
export function readerDay({ timeZone }: Pick<Account, "timeZone">): string {
  return dayOf(new Date(), timeZone);
}
