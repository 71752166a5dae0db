import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, matchesGlob } from "node:path";
import { parseSync, Visitor } from "vite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "#lib/launch/folders.ts";
import { targetOf } from "./imports.ts";

/** Files whose exports a framework reads by its own conventions, or that are imported by a name that is made at run time. */
const readByOthers = [
  "*.ts",
  "app/**/{page,layout,loading,error,global-error,not-found}.tsx",
  "app/**/{route,manifest}.ts",
  "lib/i18n/request.ts",
  "lib/launch/packages.d.mts",
  "tests/*/{actions,tenancy}.ts",
  "tests/bench/bare/**",
  "tests/support/template.ts",
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "okaeri-exports-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("an export that nobody imports loses its export", () => {
  const unused = findUnused(root, ["{app,components,lib,prisma,tests}/**/*.{ts,tsx,mts,mjs}", "*.ts"]);
  expect(unused.filter((one) => !isReadByOthers(one))).toEqual([]);
});

test("an export is used by a file that names it, or that imports all of its file", () => {
  write("a.ts", "export const used = 1; export type Used = 1; export const dead = 2; export type Dead = 2;");
  write(
    "b.ts",
    'import { type Used, used as mine } from "./a.ts"; const used2: Used = mine; export default used2;',
  );
  write("c/d.ts", 'export { again } from "../e.ts"; import one from "#b.ts"; export const dead = one;');
  write("e.ts", "export const again = 1;");
  write("whole.ts", "export const one = 1; export const two = 2;");
  write("late.ts", "export const three = 3;");
  write("types.ts", "export type Four = 4;");
  write(
    "all.ts",
    'import * as whole from "./whole.ts"; import("./late.ts"); type T = import("./types.ts").Four; whole;',
  );
  expect(findUnused(folder, ["**/*.ts"])).toEqual(["a.ts#dead", "a.ts#Dead", "c/d.ts#again", "c/d.ts#dead"]);
});

/**
 * The exports, types included, of the files below `at` that match, as "file#name", which none of these files imports. What is imported as
 * a whole counts as used in full.
 */
function findUnused(at: string, patterns: string[]): string[] {
  const exported: string[] = [];
  const used = new Set<string>();
  for (const file of globSync(patterns, { cwd: at, exclude: ["lib/generated/**", "next-env.d.ts"] }).sort()) {
    const { program, module } = parseSync(file, readFileSync(join(at, file), "utf8"));
    const use = (from: string, name: string) => used.add(`${targetOf(file, from)}#${name}`);
    for (const { moduleRequest, entries } of module.staticImports)
      for (const { importName } of entries)
        use(
          moduleRequest.value,
          importName.kind === "NamespaceObject" ? "*" : (importName.name ?? "default"),
        );
    for (const { moduleRequest, importName, exportName } of module.staticExports.flatMap(
      (one) => one.entries,
    )) {
      if (moduleRequest) use(moduleRequest.value, importName.name ?? "*");
      if (exportName.kind !== "None") exported.push(`${file}#${exportName.name ?? "default"}`);
    }
    new Visitor({
      TSImportType({ source }) {
        use(source.value, "*");
      },
      ImportExpression({ source }) {
        if (source.type === "Literal" && typeof source.value === "string") use(source.value, "*");
      },
    }).visit(program);
  }
  return exported.filter((one) => !used.has(one) && !used.has(`${fileOf(one)}#*`));
}

function isReadByOthers(one: string): boolean {
  return readByOthers.some((pattern) => matchesGlob(fileOf(one), pattern));
}

function fileOf(one: string): string {
  return one.slice(0, one.lastIndexOf("#"));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
