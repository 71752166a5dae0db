import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "#lib/env.ts";
import { type Prisma, PrismaClient } from "#lib/generated/prisma/client.ts";

export type Tx = Prisma.TransactionClient;

/** What row-level security and the lookup functions read: see prisma/migrations. */
export type Scope = {
  companyId?: string;
  memberId?: string;
  userId?: string;
  email?: string;
  linkHash?: string;
  mailId?: string;
  mailbox?: "open";
};

const patience = { maxWait: 10_000, timeout: 20_000 };

/**
 * Runs `work` in one transaction that sees what `scope` may see, and nothing else. All or nothing of it is committed.
 * Domains use withViewer and withAccount (lib/auth/scopes.ts).
 */
export function withScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    if (Object.keys(scope).length === 0) return work(tx);
    const given = JSON.stringify(
      Object.entries(scope).map(([key, value]) => ({ name: settingName(key), value })),
    );
    await tx.$queryRaw`
      SELECT set_config(name, value, true) FROM json_to_recordset(${given}::json) AS given(name text, value text)`;
    return work(tx);
  }, patience);
}

/** companyId -> app.company_id */
function settingName(key: string): string {
  return `app.${key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}`;
}

/** Ends the pool; for processes that stop. */
export async function disconnect(): Promise<void> {
  await held.prisma?.$disconnect();
}

// Kept on globalThis, since a hot reload would otherwise open a new pool each time.
const held = globalThis as typeof globalThis & { prisma?: PrismaClient };

function prisma(): PrismaClient {
  held.prisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().databaseAppUrl, max: env().databasePool }),
  });
  return held.prisma;
}
