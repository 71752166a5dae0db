import "server-only";
import { z } from "zod";
import { countTry, type Limit } from "#lib/auth/limits.ts";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { withAccount, withViewer } from "#lib/auth/scopes.ts";
import { doorKeysAsked } from "#lib/companies/door-keys.ts";
import type { CompanyCard, Membership } from "#lib/companies/schema.ts";
import { withScope } from "#lib/db.ts";
import { sqlRows } from "#lib/sql.ts";

const card = { slug: true, name: true, nameEn: true, accentHue: true } as const;

/** The viewer's company. */
export async function findCompany(viewer: Viewer): Promise<CompanyCard> {
  return withViewer(viewer, (tx) =>
    tx.company.findUniqueOrThrow({ where: { id: viewer.companyId }, select: card }),
  );
}

/** The companies that the account belongs to or is invited to, by name, at most 100. */
export async function listMemberships(account: Account): Promise<Membership[]> {
  const members = await withAccount(account, (tx) =>
    tx.member.findMany({
      where: { userId: account.userId, status: { in: ["ACTIVE", "INVITED"] }, company: { status: "ACTIVE" } },
      select: { status: true, kind: true, company: { select: card } },
      orderBy: { company: { name: "asc" } },
      take: 100,
    }),
  );
  return members.flatMap(({ status, kind, company }) =>
    status === "SUSPENDED" || status === "LEFT" ? [] : [{ ...company, status, kind }],
  );
}

/** The companies in which the account is suspended, by name, at most 100. */
export async function listSuspensions(account: Account): Promise<CompanyCard[]> {
  const members = await withAccount(account, (tx) =>
    tx.member.findMany({
      where: { userId: account.userId, status: "SUSPENDED" },
      select: { company: { select: card } },
      orderBy: { company: { name: "asc" } },
      take: 100,
    }),
  );
  return members.map(({ company }) => company);
}

const door = z.object({ slug: z.string(), name: z.string(), nameEn: z.string(), accentHue: z.int() });

/** So that nobody tries out who is here. */
const searches: Limit = { name: "front doors", max: 60, seconds: 15 * 60 };

/** As `findCompanyDoors`, for somebody who types it: at most 60 times in 15 minutes from one network address. Throws TooMany. */
export async function searchCompanyDoors(query: string, address: string): Promise<CompanyCard[]> {
  await countTry(searches, address);
  return findCompanyDoors(query);
}

/**
 * The companies of exactly this slug or name, or that want to be found by it, however it is written, at most 5; none for a single
 * character. Open to everybody: it tells no more than the front door shows.
 */
export async function findCompanyDoors(query: string): Promise<CompanyCard[]> {
  const keys = doorKeysAsked(query);
  if (keys.length === 0) return [];
  return withScope({}, (tx) => sqlRows(tx, door)`SELECT * FROM find_company_doors(${keys}::text[])`);
}
