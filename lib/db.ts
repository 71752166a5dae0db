import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { tellAway } from "#lib/database-away.ts";
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

const mostCallers = 8;
// Longer than a transaction may hold a row that a caller waits for. Without an end a network that went silent would hold all callers up.
const callerPatience = { connectionTimeoutMillis: 10_000, query_timeout: 30_000 };
const patience = { maxWait: 10_000, timeout: 20_000 };

/**
 * Runs `work` in one transaction that sees what `scope` may see, and nothing else. All or nothing of it is committed.
 * Domains use withViewer and withAccount (lib/auth/scopes.ts). Throws DatabaseAway, besides what `work` throws.
 */
export async function withScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const followUps: (() => void)[] = [];
  const result = await prisma()
    .$transaction(async (tx) => {
      followUpsOf.set(tx, followUps);
      if (Object.keys(scope).length === 0) return work(tx);
      const given = JSON.stringify(
        Object.entries(scope).map(([key, value]) => ({ name: settingName(key), value })),
      );
      await tx.$queryRaw`
      SELECT set_config(name, value, true) FROM json_to_recordset(${given}::json) AS given(name text, value text)`;
      return work(tx);
    }, patience)
    .catch((error: unknown) => {
      throw tellAway(error);
    });
  for (const followUp of followUps) followUp();
  return result;
}

const followUpsOf = new WeakMap<Tx, (() => void)[]>();

/** Runs `followUp` when, and only when, the transaction has committed. */
export function afterCommit(tx: Tx, followUp: () => void): void {
  const followUps = followUpsOf.get(tx);
  if (!followUps) throw new Error("a transaction that is none of withScope");
  followUps.push(followUp);
}

/** companyId -> app.company_id */
function settingName(key: string): string {
  return `app.${key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}`;
}

/**
 * The rows of one prepared statement, committed by itself and without a scope: for a function that proves its callers' access.
 * Without Prisma and a transaction around it, it takes a fifth of the time. Throws DatabaseAway.
 */
export async function callOnce(name: string, text: string, values: unknown[]): Promise<unknown[]> {
  held.callers ??= newPool();
  try {
    return (await held.callers.query({ name, text, values })).rows;
  } catch (error) {
    throw tellAway(error);
  }
}

/** Ends the pools; for processes that stop. */
export async function disconnect(): Promise<void> {
  await held.prisma?.$disconnect();
  await held.callers?.end();
  held.callers = undefined;
}

// Kept on globalThis, since a hot reload would otherwise open a new pool each time.
const held = globalThis as typeof globalThis & { prisma?: PrismaClient; callers?: pg.Pool };

function newPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().databaseAppUrl,
    max: mostCallers,
    keepAlive: true,
    ...callerPatience,
  });
  // One that breaks while it is idle is replaced; the next statement tells if there is none.
  pool.on("error", () => {});
  return pool;
}

function prisma(): PrismaClient {
  held.prisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().databaseAppUrl, max: env().databasePool }),
  });
  return held.prisma;
}
