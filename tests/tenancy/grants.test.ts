import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "#tests/support/database.ts";

const database = openTestDatabase();

// What the serving role may and our code never does is of use only to who runs statements of their own.
const sources = globSync("lib/**/*.ts", { exclude: (path) => path.includes("generated") });
const texts = sources.map((path) => readFileSync(path, "utf8"));
const schema = readFileSync("prisma/schema.prisma", "utf8");
const models = new Map(
  [...schema.matchAll(/^model (\w+) \{(.*?)^\}/gms)].map(([, name = "", body = ""]) => [
    /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
    name[0]?.toLowerCase() + name.slice(1),
  ]),
);

const ways: Record<string, { calls: string; statement: string }> = {
  SELECT: { calls: "\\w+", statement: "(FROM|JOIN)" },
  INSERT: { calls: "(create\\w*|upsert)", statement: "INSERT INTO" },
  UPDATE: { calls: "(update\\w*|upsert)", statement: "UPDATE" },
  DELETE: { calls: "delete\\w*", statement: "DELETE FROM" },
};

/** The files that do it to the table, by Prisma or in a statement. */
function usersOf(table: string, privilege: string): string[] {
  const { calls, statement } = ways[privilege] ?? {};
  const model = models.get(table) ?? "no model";
  const use = new RegExp(`\\.${model}\\.${calls}\\(|\\b${statement}\\s+${table}\\b`);
  return texts.filter((text) => use.test(text));
}

describe("the serving role has no right that our code does not use:", () => {
  it("to tables and their columns", async () => {
    const grants = await database.asOwner<{ table: string; privilege: string; column: string | null }>(
      `SELECT c.relname AS table, a.privilege_type AS privilege, NULL AS column FROM pg_class c, aclexplode(c.relacl) a
          WHERE c.relnamespace = 'public'::regnamespace AND a.grantee = 'okaeri_app'::regrole
        UNION ALL
        SELECT c.relname, x.privilege_type, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid, aclexplode(a.attacl) x
          WHERE c.relnamespace = 'public'::regnamespace AND x.grantee = 'okaeri_app'::regrole`,
    );
    expect(grants.length).toBeGreaterThan(40);
    const unused = grants.filter(({ table, privilege, column }) => {
      const users = usersOf(table, privilege);
      // A column that is read is read with its row.
      const named =
        column && privilege !== "SELECT" ? new RegExp(`\\b(${column}|${camelCase(column)})\\b`) : /./;
      return !users.some((text) => named.test(text));
    });
    expect(unused).toEqual([]);
  });

  it("to functions", async () => {
    const functions = await database.asOwner<{ name: string; asked: boolean }>(
      `WITH asking AS (
          SELECT concat(qual, with_check) AS text FROM pg_policies WHERE roles = '{okaeri_app}'
          UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
          UNION ALL SELECT pg_get_viewdef(c.oid) FROM pg_class c WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace
          -- With their caller's rights.
          UNION ALL SELECT regexp_replace(pg_get_functiondef(p.oid), '^CREATE OR REPLACE FUNCTION [^(]*', '') FROM pg_proc p
            WHERE NOT prosecdef AND prokind = 'f' AND pronamespace = 'public'::regnamespace
              AND (prorettype = 'trigger'::regtype OR has_function_privilege('okaeri_app', p.oid, 'EXECUTE')))
        SELECT p.proname AS name, EXISTS (SELECT FROM asking WHERE text ~ ('\\m' || p.proname || '\\(')) AS asked
          FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND has_function_privilege('okaeri_app', p.oid, 'EXECUTE')
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`,
    );
    expect(functions.length).toBeGreaterThan(40);
    const unused = functions.filter(
      ({ name, asked }) => !asked && !texts.some((text) => new RegExp(`\\b${name}\\(`).test(text)),
    );
    expect(unused.map(({ name }) => name)).toEqual([]);
  });
});

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
