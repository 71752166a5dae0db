import "server-only";
import type { Account, Preferences } from "#lib/auth/schema.ts";
import { withAccount } from "#lib/auth/scopes.ts";

/** Keeps what the account chose. */
export async function savePreferences(
  account: Account,
  { locale, timeZone, colorScheme }: Preferences,
): Promise<void> {
  await withAccount(account, (tx) =>
    tx.user.updateMany({ where: { id: account.userId }, data: { locale, timeZone, colorScheme } }),
  );
}
