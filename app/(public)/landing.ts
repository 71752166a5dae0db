import "server-only";
import { localPath } from "#lib/auth/local-path.ts";
import type { Account } from "#lib/auth/schema.ts";
import { listMemberships } from "#lib/companies/companies.ts";
import { homeHref } from "#lib/hrefs.ts";

/** Where a person goes who has just come in: where they were going, else into their only company, else to the list of them. */
export async function landingPath(account: Account, next: unknown): Promise<string> {
  const memberships = await listMemberships(account);
  const active = memberships.filter(({ status }) => status === "ACTIVE").map(({ slug }) => slug);
  const wanted = localPath(next);
  const slug = wanted?.match(/^\/c\/([^/?#]+)/)?.[1];
  if (wanted && wanted !== "/" && (!slug || active.includes(slug))) return wanted;
  const [only] = active;
  return only && memberships.length === 1 ? homeHref(only) : "/companies";
}
