import { getLocale } from "next-intl/server";
import { findMemberships } from "#lib/auth/requests.ts";
import { companyName } from "#lib/companies/schema.ts";

/** What the viewer's company of this slug is called in their language: read with the session. */
export async function nameOfCompany(slug: string): Promise<string> {
  const membership = (await findMemberships()).find((one) => one.slug === slug);
  return membership ? companyName(membership, await getLocale()) : slug;
}
