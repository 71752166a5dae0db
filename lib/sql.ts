import "server-only";
import { z } from "zod";
import { camelCase } from "#lib/column-names.ts";
import type { Tx } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import type { ReadTx } from "#lib/reads.ts";

/**
 * The one way to run a statement of our own within a transaction: sqlRows(tx, schema)`SELECT …`. What stands in ${} is bound, or is a part
 * that Prisma.sql made. Returns the rows as `schema` reads them, their columns named in camelCase. A transaction that only reads gives
 * times and dates as text: such columns are z.coerce.date().
 */
export function sqlRows<Schema extends z.ZodType>(tx: ReadTx, schema: Schema) {
  return async (text: TemplateStringsArray, ...values: unknown[]): Promise<z.output<Schema>[]> =>
    parseRows(schema, await tx.$queryRaw(text, ...values));
}

/** As `sqlRows`, of a statement that has one row. */
export function sqlRow<Schema extends z.ZodType>(tx: ReadTx, schema: Schema) {
  return async (text: TemplateStringsArray, ...values: unknown[]): Promise<z.output<Schema>> => {
    const [only, ...others] = await sqlRows(tx, schema)(text, ...values);
    if (only === undefined || others.length > 0)
      throw new Error("a statement of one row has another number of them");
    return only;
  };
}

/** As `sqlRow`, of a statement that has one row of one column: what stands there. */
export function sqlValue<Schema extends z.ZodType>(tx: ReadTx, schema: Schema) {
  return async (text: TemplateStringsArray, ...values: unknown[]): Promise<z.output<Schema>> => {
    const columns = await sqlRow(tx, columnsSchema)(text, ...values);
    return schema.parse(Object.values(columns)[0]);
  };
}

/** Calls a function of the database that says whether it could do what it was asked: orNotFound(tx)`SELECT …`. Throws NotFound if not. */
export function orNotFound(tx: Tx) {
  return async (text: TemplateStringsArray, ...values: unknown[]): Promise<void> => {
    if (!(await sqlValue(tx, z.boolean())(text, ...values))) throw new NotFound();
  };
}

/** Rows as the database returned them, as `schema` reads them. */
export function parseRows<Schema extends z.ZodType>(schema: Schema, found: unknown): z.output<Schema>[] {
  return rowsSchema.parse(found).map((columns) => schema.parse(camelCased(columns)));
}

// What is in it the caller's schema looks at.
const columnsSchema = z.custom<Record<string, unknown>>((row) => typeof row === "object" && row !== null);
const rowsSchema = z.array(columnsSchema);

function camelCased(columns: Record<string, unknown>): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(columns)) named[camelCase(name)] = value;
  return named;
}
