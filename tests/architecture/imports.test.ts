import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { root } from "#lib/launch/folders.ts";
import { domains } from "./allowed.ts";
import { findForbidden, findHomeless, findUnmarked, type Import, readSources } from "./imports.ts";

const sources = readSources(root, [
  "!(tests)/**/*.{ts,tsx,mts,mjs,js}",
  "tests/support/**/*.ts",
  "*.{ts,mts,mjs,js}",
]);
const domainFolders = Object.keys(domains).map((name) => `lib/${name}`);

/** What reads files runs in a process of its own, which is none of the server's. */
const ofOwnProcess = [
  "lib/leavers/reading/",
  "lib/leavers/imports/reading-process.ts",
  "lib/leavers/imports/kept-tables.ts",
];

const asEdge = ({ from, to }: Import) => `${from} → ${to}`;

describe("the sources", () => {
  test("lie in folders that the map knows", () => {
    expect(sources.files.length).toBeGreaterThan(400);
    expect(findHomeless(sources)).toEqual([]);
  });

  test("import what the map allows", () => {
    expect(findForbidden(sources).map(asEdge)).toEqual([]);
  });

  test("of a domain say that they are the server's, or import nothing that is", () => {
    const unmarked = findUnmarked(sources, domainFolders);
    expect(unmarked.filter((file) => !ofOwnProcess.some((beginning) => file.startsWith(beginning)))).toEqual(
      [],
    );
  });
});

test("domains build on each other in the order of the map, never in a circle", () => {
  const names = Object.keys(domains);
  for (const [place, name] of names.entries())
    expect(names.slice(0, place), name).toEqual(expect.arrayContaining([...(domains[name] ?? [])]));
});

describe("a new domain", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "okaeri-sources-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(path: string, text: string) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const read = () => readSources(folder, ["**/*.{ts,tsx}"]);

  test("that nobody put into the map is found", () => {
    write("lib/openings/openings.ts", 'import { feed } from "#app/feed.ts"; export const openings = feed;');
    expect(findHomeless(read())).toEqual(["lib/openings/openings.ts"]);
    expect(findForbidden(read()).map(asEdge)).toEqual(["lib/openings/openings.ts → app/feed.ts"]);
  });

  test("reaches into nothing above or beside it, by whatever kind of import", () => {
    const denied = {
      "app/c/page.tsx": 'import page from "#app/c/page.tsx";',
      "lib/feed/lines.ts": 'export { listFeed } from "#lib/feed/lines.ts";',
      "lib/realtime/rooms.ts": 'export type Rooms = typeof import("#lib/realtime/rooms.ts").rooms;',
      "lib/companies/companies.ts": 'import type { Company } from "../companies/companies.ts";',
      "lib/jobs/jobs.ts": 'export const jobs = () => import("#lib/jobs/jobs.ts");',
      "lib/owner.ts": 'export * from "#lib/owner.ts";',
      pg: 'import pg from "pg";',
      nodemailer: 'import { createTransport } from "nodemailer";',
      "node:fs/promises": 'import { readFile } from "node:fs/promises";',
      "node:child_process": 'import { exec } from "node:child_process";',
      "next/headers": 'import { cookies } from "next/headers";',
    };
    const fine =
      'import { withViewer } from "#lib/auth/scopes.ts"; import { z } from "zod"; import "./names.ts";';
    write("lib/people/people.ts", [fine, ...Object.values(denied)].join("\n"));
    const found = findForbidden(read()).map(({ to }) => to);
    expect(found.sort()).toEqual(
      Object.keys(denied)
        .map((to) => to.replace(/\/(headers|promises)$/, ""))
        .sort(),
    );
  });

  test("is kept, as every page is, from what only the operator's commands may do", () => {
    const owners = ["lib/companies/founding.ts", "lib/work/operator-tasks.ts"];
    for (const file of owners) {
      write("app/c/page.tsx", `import * as owner from "#${file}"; export const page = owner;`);
      write("lib/companies/companies.ts", `export * from "#${file}";`);
      write("lib/launch/command.ts", `export * from "#${file}";`);
      expect(findForbidden(read()).map(({ from }) => from)).toEqual([
        "app/c/page.tsx",
        "lib/companies/companies.ts",
      ]);
    }
  });

  test("lies in a folder of the house, and a new floor is found as well", () => {
    write("server/openings.ts", 'export const openings = "";');
    expect(findHomeless(read())).toEqual(["server/openings.ts"]);
  });

  test("hides no query in a file that does not say that it is the server's", () => {
    write("lib/people/people.ts", 'import "server-only"; export const findPerson = 1;');
    write(
      "lib/people/plain.ts",
      'import { findPerson } from "./people.ts"; export const plain = findPerson;',
    );
    write("lib/people/words.ts", 'import type { Person } from "./people.ts"; export type Words = Person;');
    expect(findUnmarked(read(), ["lib/people"])).toEqual(["lib/people/plain.ts"]);
  });

  test("gives a component the types of its actions, and not the actions themselves", () => {
    write("app/c/actions.ts", "export const act = 1;");
    write(
      "components/feed/feed.tsx",
      'import type { act } from "#app/c/actions.ts"; export type Act = typeof act;',
    );
    expect(findForbidden(read())).toEqual([]);
    write("components/feed/feed.tsx", 'import { act } from "#app/c/actions.ts"; export const feed = act;');
    expect(findForbidden(read()).map(asEdge)).toEqual(["components/feed/feed.tsx → app/c/actions.ts"]);
  });

  test("imports nothing by a name that is made at run time", () => {
    write("lib/people/people.ts", "export const load = (name: string) => import(name);");
    expect(read).toThrow("import()");
  });
});
