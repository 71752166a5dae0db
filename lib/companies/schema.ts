import { z } from "zod";
import type { Locale, MemberKind } from "#lib/auth/schema.ts";
import type { FeedLineOf, Okaeri } from "#lib/feed/schema.ts";
import type { PersonCard } from "#lib/people/schema.ts";

export const slugSchema = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/);

/** What one types to find a company's door: its name, what everybody calls it, or its slug. */
export const doorQuerySchema = z.object({ query: z.string().trim().min(1).max(80) });

type CompanyNames = { name: string; nameEn: string };
export type CompanyCard = CompanyNames & { slug: string; accentHue: number };

/** An account's place in one company. */
export type Membership = CompanyCard & { status: "INVITED" | "ACTIVE"; kind: MemberKind };

/** A line of the feed: somebody has joined. */
export type JoinedLine = FeedLineOf<"JOINED"> & { person: PersonCard; okaeri: Okaeri };

export function companyName(company: CompanyNames, locale: Locale): string {
  return locale === "ja" ? company.name : company.nameEn;
}
