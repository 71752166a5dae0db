import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { z } from "zod";
import { tellAway } from "#lib/database-away.ts";
import { env } from "#lib/env.ts";
import { type Prisma, PrismaClient } from "#lib/generated/prisma/client.ts";
import { newMeasuredPool } from "#lib/measured-pool.ts";
import { processKey } from "#lib/process-key.ts";
import { swallow } from "#lib/swallow.ts";

export type Tx = Prisma.TransactionClient;

/** What row-level security and the functions that look further read: see prisma/sql/core/scope.sql. */
export type Scope = {
  companyId?: string;
  memberId?: string;
  userId?: string;
  email?: string;
  linkHash?: string;
  mailId?: string;
  process?: "sign-in" | "mailbox" | "every-company";
};

/** For work of the installation over all companies: tables show nothing in this scope, only the functions that require it do. */
export const everyCompany = { process: "every-company" } as const satisfies Scope;

const maxCallers = 8;
const connectTimeoutMs = 10_000;
const transactionTimeoutMs = 20_000;
const longTransactionTimeoutMs = 30 * 60_000;
// Longer than a transaction may last, including its wait for a locked row. Without a limit, a silent network would block connections for ever.
const maxHeldMs = 30_000;

/**
 * Runs `work` in one transaction that sees what `scope` may see, and nothing else. All or nothing of it is committed. A scope is entered
 * by the key of our processes: domains use withViewer and withAccount (lib/auth/scopes.ts), which a session opens. Throws DatabaseAway,
 * besides what `work` throws.
 */
export function withScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(prisma(), transactionTimeoutMs, scope, work);
}

/**
 * As withScope, for what a worker does in one transaction of up to half an hour, on a connection of its own: it has to take statements of
 * seconds each. Where its process dies, the database gives it up within seconds.
 */
export function withLongScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(longPrisma(), longTransactionTimeoutMs, scope, async (tx) => {
    await tx.$executeRaw`SET LOCAL client_connection_check_interval = '2s'`;
    await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '60s'`;
    return work(tx);
  });
}

async function transact<T>(
  client: PrismaClient,
  timeout: number,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const followUps: (() => void)[] = [];
  const result = await client
    .$transaction(
      async (tx) => {
        followUpsOf.set(tx, followUps);
        if (Object.keys(scope).length > 0) await enterScope(tx, scope);
        return work(tx);
      },
      { maxWait: connectTimeoutMs, timeout },
    )
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

/** Puts the transaction into another scope than it was in. */
export async function enterScope(tx: Tx, scope: Scope): Promise<void> {
  const key = new Uint8Array(processKey(env().secret));
  const rows = await tx.$queryRaw`SELECT enter_process(${key}, ${JSON.stringify(scope)}::jsonb) AS entered`;
  const [{ entered }] = enteredSchema.parse(rows);
  if (!entered)
    throw new Error(
      "the database does not know this AUTH_SECRET: run `npm run migrate` with the one that the processes have",
    );
}

const enteredSchema = z.tuple([z.object({ entered: z.boolean() })]);

/**
 * The rows of one prepared statement, committed by itself and without a scope: for a function that proves its callers' access.
 * Without Prisma and a transaction around it, it takes a fifth of the time. Throws DatabaseAway.
 */
export async function callOnce(name: string, text: string, values: unknown[]): Promise<unknown[]> {
  held.callers ??= newPool("single statements", { max: maxCallers, query_timeout: maxHeldMs });
  const callers = held.callers;
  try {
    // A release that changed its columns meanwhile refuses what was prepared before: it is planned anew.
    return await callers
      .query({ name, text, values })
      .catch((error: unknown) =>
        isOutdated(error) ? callers.query({ text, values }) : Promise.reject(error),
      )
      .then(({ rows }) => rows);
  } catch (error) {
    throw tellAway(error);
  }
}

/** Whether a prepared statement was refused, before it did anything, since its columns have changed (feature_not_supported). */
function isOutdated(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "0A000";
}

/** Ends the pools; for processes that stop. */
export async function disconnect(): Promise<void> {
  const { prisma, transactions, longPrisma, longTransactions, callers } = held;
  const none = { prisma: undefined, transactions: undefined, callers: undefined };
  Object.assign(held, { ...none, longPrisma: undefined, longTransactions: undefined });
  await Promise.all([prisma?.$disconnect(), longPrisma?.$disconnect()]);
  await Promise.all([transactions?.end(), longTransactions?.end(), callers?.end()]);
}

// On globalThis, since a hot reload would otherwise open new pools each time.
const held = globalThis as typeof globalThis & {
  prisma?: PrismaClient;
  transactions?: pg.Pool;
  longPrisma?: PrismaClient;
  longTransactions?: pg.Pool;
  callers?: pg.Pool;
};

function prisma(): PrismaClient {
  held.prisma ??= new PrismaClient({ adapter: new PrismaPg(transactionPool()) });
  return held.prisma;
}

function longPrisma(): PrismaClient {
  held.longTransactions ??= newLongPool();
  held.longPrisma ??= new PrismaClient({ adapter: new PrismaPg(held.longTransactions) });
  return held.longPrisma;
}

function newLongPool(): pg.Pool {
  const pool = newPool("long transactions", { max: 1 });
  pool.on("connect", beginAsNew);
  return pool;
}

/** The connections of transactions, Prisma's and those that only read (lib/reads.ts). A transaction begins by beginOf. */
export function transactionPool(): pg.Pool {
  held.transactions ??= newTransactionPool();
  return held.transactions;
}

// Prisma returns a connection to the pool even if its ROLLBACK got no answer: close it before that.
function newTransactionPool(): pg.Pool {
  const pool = newPool("transactions", { max: env().databasePool });
  const endings = new WeakMap<pg.PoolClient, NodeJS.Timeout>();
  pool.on("acquire", (client) => {
    const breakOff = () => void client.end().catch(swallow("closing a connection"));
    endings.set(client, setTimeout(breakOff, maxHeldMs).unref());
  });
  pool.on("release", (_, client) => clearTimeout(endings.get(client)));
  pool.on("connect", beginAsNew);
  return pool;
}

/**
 * What a transaction begins with. A statement that somebody injected can leave settings to its connection, and to its role: neither may change
 * what the next transaction means by a name or a time, which Prisma reads and writes as UTC. One message, as BEGIN alone would be.
 */
export function beginOf(access: "READ WRITE" | "READ ONLY"): string {
  return `RESET ALL; BEGIN ISOLATION LEVEL READ COMMITTED ${access};
    SET LOCAL search_path = pg_catalog, public, pg_temp; SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'`;
}

const begin = beginOf("READ WRITE");

function beginAsNew(client: pg.PoolClient): void {
  const query = client.query.bind(client);
  Object.assign(client, {
    query(asked: unknown, ...more: unknown[]) {
      const begins = typeof asked === "object" && asked !== null && "text" in asked && asked.text === "BEGIN";
      return Reflect.apply(query, client, [begins ? { ...asked, text: begin } : asked, ...more]);
    },
  });
}

function newPool(name: Parameters<typeof newMeasuredPool>[0], options: pg.PoolConfig): pg.Pool {
  return newMeasuredPool(name, {
    connectionString: env().databaseAppUrl,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...options,
  });
}
