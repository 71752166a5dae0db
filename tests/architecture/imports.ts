import { globSync, readFileSync } from "node:fs";
import { dirname, join, matchesGlob } from "node:path";
import { parseSync, Visitor } from "vite";
import { allowed, browserPackages, everywhere } from "./allowed.ts";

/** A file, and what it names in an import, an export, an `import()` or a type: a file, by its path from the root, or a package. */
export type Import = { from: string; to: string; typeOnly: boolean };

/** What is nobody's source: installed, built, or written by Prisma and Next. */
const ignored = ["node_modules/**", ".next/**", ".data/**", "lib/generated/**", "next-env.d.ts"];

type Sources = { files: readonly string[]; imports: readonly Import[] };

/**
 * The files below `root` that match, but what is ignored, with their imports. Throws for a file that does not parse, and for
 * an `import()` of what is no plain name.
 */
export function readSources(root: string, patterns: string[]): Sources {
  const files = globSync(patterns, { cwd: root, exclude: ignored }).sort();
  return { files, imports: files.flatMap((file) => importsOf(file, readFileSync(join(root, file), "utf8"))) };
}

/** The names of what a file exports, but its types. */
export function listExports(root: string, file: string): string[] {
  const { module } = parseSync(file, readFileSync(join(root, file), "utf8"));
  const entries = module.staticExports.flatMap((one) => one.entries).filter(({ isType }) => !isType);
  return entries.map(({ exportName }) => exportName.name ?? "*");
}

/** The imports that the map does not allow. */
export function findForbidden({ imports }: Sources): Import[] {
  return imports.filter((one) => !isAllowed(one));
}

/** The files of folders that the map does not know. */
export function findHomeless({ files }: Sources): string[] {
  return files.filter((file) => !ruleOf(file));
}

/** The files of these folders that reach server code at run time without saying "server-only" themselves. */
export function findUnmarked({ files, imports }: Sources, folders: readonly string[]): string[] {
  const marked = new Set(imports.filter(({ to }) => to === "server-only").map(({ from }) => from));
  const reaching = imports.filter(
    ({ to, typeOnly }) =>
      !typeOnly && (isFile(to) ? marked.has(to) : to !== "server-only" && !browserPackages.includes(to)),
  );
  const unmarked = new Set(reaching.map(({ from }) => from).filter((from) => !marked.has(from)));
  return files.filter(
    (file) => unmarked.has(file) && folders.some((folder) => file.startsWith(`${folder}/`)),
  );
}

function importsOf(from: string, source: string): Import[] {
  const { program, module, errors } = parseSync(from, source);
  if (errors.length > 0) throw new Error(`${from}: ${errors[0]?.message}`);
  const found = new Map<string, boolean>();
  const add = (name: string, typeOnly: boolean) => found.set(name, typeOnly && found.get(name) !== false);
  for (const { moduleRequest, entries } of module.staticImports)
    add(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType));
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries) if (moduleRequest) add(moduleRequest.value, isType);
  new Visitor({
    TSImportType({ source }) {
      add(source.value, true);
    },
    ImportExpression({ source }) {
      if (source.type !== "Literal" || typeof source.value !== "string")
        throw new Error(`${from}: import() of what is no plain name`);
      add(source.value, false);
    },
  }).visit(program);
  return [...found].map(([name, typeOnly]) => ({ from, to: targetOf(from, name), typeOnly }));
}

/** What `name`, as `from` imports it, stands for: a file by its path from the root, or a package (node:fs, @prisma/client). */
export function targetOf(from: string, name: string): string {
  if (name.startsWith("#")) return name.slice(1);
  if (name.startsWith(".")) return join(dirname(from), name);
  return name.split("/", name.startsWith("@") ? 2 : 1).join("/");
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const [pattern, targets] = ruleOf(from) ?? ["", []];
  const denied = targets.flatMap((target) => (target.startsWith("!") ? target.slice(1) : []));
  if (matchesOne(to, denied)) return false;
  if (everywhere.includes(to) || (isFile(to) && dirname(from) === dirname(to))) return true;
  if (typeOnly && matchesOne(`type ${to}`, targets)) return true;
  return matchesGlob(to, pattern) || matchesOne(to, targets);
}

function isFile(target: string): boolean {
  return target.includes("/") && /\.\w+$/.test(target);
}

function ruleOf(file: string): [pattern: string, targets: readonly string[]] | undefined {
  return Object.entries(allowed).find(([pattern]) => matchesGlob(file, pattern));
}

function matchesOne(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(path, pattern));
}
