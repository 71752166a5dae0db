import "server-only";
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type pg from "pg";
import { z } from "zod";
import { awayCode, tellAway } from "#lib/database-away.ts";
import { InvariantError } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type Entrance, endReads, openForReads, statementTimeoutMs } from "#lib/read-connections.ts";
import { currentRequest, type RequestContext } from "#lib/request-context.ts";

/** What a read is given: it asks by sqlRows and its kin (lib/sql.ts). A transaction of Prisma's will do, too. */
export type ReadTx = { $queryRaw(text: TemplateStringsArray, ...values: unknown[]): PromiseLike<unknown> };

/**
 * Runs `work`, which only reads, in a transaction within the scope. What one request reads through one entrance shares a transaction, and
 * what is asked in one turn is one statement that asks each thing once, prepared on its connection: values come as JSON has them, times and dates as text. Throws
 * NotFound where the entrance is closed, DatabaseAway, and what `work` throws; it may run twice.
 */
export async function readWithin<T>(entrance: Entrance, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  try {
    try {
      return await sharedRead(entrance).run(work);
    } catch (error) {
      if (!(error instanceof ReadAgain)) throw error;
      return await new Read(entrance, { alone: true }).run(work);
    }
  } catch (error) {
    throw tellAway(error);
  }
}

const readsOf = new WeakMap<RequestContext, Map<string, Read>>();

function sharedRead(entrance: Entrance): Read {
  const request = currentRequest();
  if (!request) return new Read(entrance);
  const reads = readsOf.get(request) ?? new Map<string, Read>();
  readsOf.set(request, reads);
  const key = [entrance.call, ...entrance.ids].join(" ");
  const under = reads.get(key);
  if (under?.open) return under;
  const read = new Read(entrance);
  reads.set(key, read);
  return read;
}

/** A read that failed through no fault of its own, or together with others: by itself it may well be answered. */
class ReadAgain extends Error {}

type Asked = {
  sql: Prisma.Sql;
  text: string;
  resolve: (rows: unknown) => void;
  reject: (error: unknown) => void;
};

type Question = Pick<Asked, "sql" | "text"> & { askers: Asked[] };

/** One transaction for what is read at about one time. It ends by itself when nobody has asked for a turn of the event loop. */
class Read {
  #closed = false;
  readonly #alone: boolean;
  readonly #opened: Promise<pg.PoolClient>;
  readonly #tx: ReadTx;
  #asked: Asked[] = [];
  #running = 0;
  #fault: { error: unknown } | null = null;

  constructor(entrance: Entrance, { alone = false } = {}) {
    this.#alone = alone;
    this.#opened = openForReads(entrance);
    this.#opened.catch(() => {
      this.#closed = true;
    });
    this.#tx = { $queryRaw: (text, ...values) => this.#ask(Prisma.sql(text, ...values)) };
  }

  /** Whether more may be read in it. */
  get open(): boolean {
    return !this.#closed && this.#fault === null;
  }

  async run<T>(work: (tx: ReadTx) => Promise<T>): Promise<T> {
    this.#running++;
    try {
      // Who is not let in is told so, whether they ask for anything or not.
      const [result] = await Promise.all([work(this.#tx), this.#opened]);
      return result;
    } finally {
      this.#running--;
      if (this.#running === 0) setImmediate(() => this.#endIfIdle());
    }
  }

  #ask(sql: Prisma.Sql): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new InvariantError("a transaction was asked that has ended"));
      if (this.#asked.length === 0) void this.#answerSoon();
      this.#asked.push({ sql, text: sql.text, resolve, reject });
    });
  }

  async #answerSoon(): Promise<void> {
    const client = await this.#opened.catch((error: unknown) => this.#refuse(error));
    if (!client) return;
    await new Promise((resolve) => setImmediate(resolve));
    const asked = this.#asked;
    this.#asked = [];
    // After a statement that failed PostgreSQL answers none.
    const fault = this.#fault;
    if (fault) for (const { reject } of asked) reject(this.#alone ? fault.error : new ReadAgain());
    else if (asked.length > 0) await this.#answer(client, asked);
  }

  #refuse(error: unknown): void {
    for (const { reject } of this.#asked) reject(error);
    this.#asked = [];
  }

  async #answer(client: pg.PoolClient, asked: Asked[]): Promise<void> {
    const questions = questionsOf(asked);
    const { text, values } =
      Prisma.sql`SELECT ${Prisma.join(questions.map(({ sql }, at) => rowsOf(sql, at)))}`;
    try {
      const name = this.#alone ? undefined : statementName(text);
      const { rows } = await client.query({ name, text, values, query_timeout: statementTimeoutMs });
      const [answer] = answerSchema.parse(rows);
      for (const [at, { askers }] of questions.entries())
        for (const { resolve } of askers) resolve(answer[`r${at}`]);
    } catch (error) {
      const again = !this.#alone && awayCode(error) === null && (asked.length > 1 || isOthers(error));
      this.#fault ??= { error };
      for (const { reject } of asked) reject(again ? new ReadAgain("", { cause: error }) : error);
    }
  }

  async #endIfIdle(): Promise<void> {
    if (this.#running > 0 || this.#closed) return;
    this.#closed = true;
    // What was asked by work that failed meanwhile.
    this.#refuse(new ReadAgain());
    const client = await this.#opened.catch(() => null);
    if (!client) return;
    // What failed here may do so wherever the connection goes: a plan that is out of date, a statement that is gone.
    if (this.#fault) return client.release(true);
    await endReads(client, "COMMIT");
  }
}

/** What is asked, in one order, so that the same questions are the same statement; what several ask is asked once. */
function questionsOf(asked: readonly Asked[]): Question[] {
  const questions: Question[] = [];
  for (const asker of asked.toSorted((one, other) => (one.text < other.text ? -1 : 1))) {
    const same = questions.find(
      ({ text, sql }) => text === asker.text && isDeepStrictEqual(sql.values, asker.sql.values),
    );
    if (same) same.askers.push(asker);
    else questions.push({ sql: asker.sql, text: asker.text, askers: [asker] });
  }
  return questions;
}

const answerSchema = z.tuple([z.record(z.string(), z.unknown())]);

function rowsOf(sql: Prisma.Sql, at: number): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT json_agg(r) FROM (${sql}) r), '[]') AS ${Prisma.raw(`r${at}`)}`;
}

// feature_not_supported is what a prepared statement says whose columns have changed, invalid_sql_statement_name what one that is gone;
// in_failed_sql_transaction blames another statement.
function isOthers(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && ["0A000", "26000", "25P02"].includes(String(error.code))
  );
}

const names = new Map<string, string>();
const maxNames = 200;

/** Of as many texts as a connection may keep prepared; undefined for any further, which is planned each time. */
function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= maxNames) return undefined;
  const name = `read_${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
  names.set(text, name);
  return name;
}
