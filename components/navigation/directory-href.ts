import type { MemberKind } from "#lib/auth/schema.ts";
import { companyHref } from "#lib/hrefs.ts";

type DirectoryPlace = { q?: string; kind?: MemberKind; from?: string; after?: string };

/** The address of a company's directory at this place. */
export function directoryHref(company: string, { q, kind, from, after }: DirectoryPlace = {}): string {
  const given = Object.entries({ q, kind, from, after }).flatMap(([key, value]) =>
    value ? [[key, value]] : [],
  );
  const query = new URLSearchParams(given).toString();
  return companyHref(company, `directory${query && `?${query}`}`);
}
