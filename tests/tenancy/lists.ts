import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Viewer } from "#lib/auth/schema.ts";
import { root } from "#lib/launch/folders.ts";
import { allowed, domains } from "#tests/architecture/allowed.ts";
import { readSources } from "#tests/architecture/imports.ts";
import type { TestDatabase } from "#tests/support/database.ts";

/** What a domain is tried by as the wrong person: `export const tenancy: TenancyOf = …` in tests/<domain>/tenancy.ts. */
export type TenancyOf = (database: TestDatabase) => Tenancy;

export type Tenancy = {
  /** Makes what the calls ask for: of Aoba's, and Sakura's to see. */
  prepare?: () => Promise<void>;
  /** Every exported function whose first argument is the viewer, as `file#name`. */
  calls: Record<string, (viewer: Viewer) => Promise<unknown>>;
  /** Of these, those that take no id, or only choose by it: another company's member gets that company's own. */
  ownAnswers: readonly string[];
  /** Exported for other rooms and called with no viewer: by an account, by the worker, by a transaction that has its scope, or pure. */
  withoutViewer: readonly string[];
  /** The tables whose rows are a company's; with the SQL that gives one a row where the sample world has none. */
  tables: Record<string, string | null>;
  /** Every method of its routes for members, as `file#GET` below app, asked for what is Aoba's in the company of this slug. */
  routes?: Record<string, (slug: string) => Promise<Response>>;
  /** Of these, those that take no id: another company's member is answered about what is their own in that company. */
  ownRoutes?: readonly string[];
};

/** What no domain is: the other folders of lib that the map of imports knows, and what Prisma writes. */
const foundations = [
  "generated",
  ...Object.keys(allowed)
    .flatMap((pattern) => pattern.match(/^lib\/([\w-]+)\//)?.[1] ?? [])
    .filter((name) => !(name in domains)),
];
/** Foundations that keep what is a company's or an account's for anyone who calls them: what they export stands on lists too. */
const listedFoundations = ["files", "push"];

/** The folders of lib that are domains, below a root. */
export function listDomains(from = root): string[] {
  const folders = readdirSync(join(from, "lib"), { withFileTypes: true }).filter((one) => one.isDirectory());
  return folders
    .map(({ name }) => name)
    .filter((name) => !foundations.includes(name))
    .sort();
}

/** The lists of every domain, and of the foundations that have some, by its name. Throws for one that has none. */
export async function collectTenancy(
  database: TestDatabase,
  folders = [...listDomains(), ...listedFoundations],
): Promise<[domain: string, lists: Tenancy][]> {
  return Promise.all(
    folders.map(async (domain): Promise<[string, Tenancy]> => {
      const file = join(root, "tests", domain, "tenancy.ts");
      if (!existsSync(file)) throw new Error(`lib/${domain} has no lists in tests/${domain}/tenancy.ts`);
      const { tenancy }: { tenancy: TenancyOf } = await import(file);
      return [domain, tenancy(database)];
    }),
  );
}

/** Every function that the server's files of a domain export, as `file#name`. */
export async function listFunctions(domain: string, from = root): Promise<string[]> {
  const { files, imports } = readSources(from, [`lib/${domain}/**/*.ts`]);
  const server = files.filter((file) => imports.some((one) => one.from === file && one.to === "server-only"));
  const found = await Promise.all(
    server.map(async (file) => {
      const exported: Record<string, unknown> = await import(join(from, file));
      const names = Object.keys(exported).filter((name) => typeof exported[name] === "function");
      return names.map((name) => `${relative(join("lib", domain), file).replace(/\.ts$/, "")}#${name}`);
    }),
  );
  return found.flat().sort();
}
