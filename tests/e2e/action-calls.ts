import { globSync, readFileSync } from "node:fs";
import type { APIRequestContext, Page } from "@playwright/test";

/** How an action is called: by its arguments and, last of them, a form; on a page of Aoba's, or on any where `path` begins with "/". */
export type Call = { path: string; args: unknown[]; form?: Record<string, string> };

/** The server actions of a domain, or of the ways in, by their exported names: `export const actions: Actions = …` in tests/<folder>/actions.ts. */
export type Actions = {
  /** Makes what the calls ask for, of Aoba's and Sakura's to see, and answers the ids that are Aoba's alone. */
  prepare?: (sakura: Page) => Promise<string[]>;
  /** Of a member: the first argument is the company's slug. */
  member?: Record<string, () => Call>;
  /** Of those members alone who have something to answer or to end, and once: other walks do it. */
  once?: Record<string, () => Call>;
  /** Of an account, in no company: for the one who is signed in, about what is theirs. */
  account?: Record<string, () => Call>;
  /** Open to everybody, with tests of their own. */
  open?: readonly string[];
};

/** The lists of every folder that has some, in the order of their names. */
export async function collectActions(): Promise<Actions[]> {
  const lists: Actions[] = [];
  for (const file of globSync("tests/*/actions.ts").sort()) {
    const { actions }: { actions: Actions } = await import(new URL(`../../${file}`, import.meta.url).href);
    lists.push(actions);
  }
  return lists;
}

const manifestFile = ".next/server/server-reference-manifest.json";

/** Every server action of the build: its id, by its exported name. */
export function readActionIds(): Map<string, string> {
  const manifest: { node: Record<string, { exportedName?: string }> } = JSON.parse(
    readFileSync(manifestFile, "utf8"),
  );
  return new Map(Object.entries(manifest.node).map(([id, { exportedName = "" }]) => [exportedName, id]));
}

/** Calls an action as a browser's code would, but from nowhere, and answers what came back. `origin`: what the request names, or null. */
export async function callAction(
  request: APIRequestContext,
  name: string,
  { path, args, form }: Call,
  origin: string | null = process.env.E2E_BASE_URL ?? "",
): Promise<string> {
  const headers = {
    "next-action": readActionIds().get(name) ?? "",
    ...(origin !== null && { origin }),
    accept: "text/x-component",
  };
  const url = path.startsWith("/") ? path : `/c/aoba/${path}`;
  if (form) {
    const multipart = new FormData();
    for (const [key, value] of Object.entries(form)) multipart.append(`_1_${key}`, value);
    multipart.append("0", JSON.stringify([...args, "$K1"]));
    return (await request.post(url, { headers, multipart, maxRedirects: 0 })).text();
  }
  const data = JSON.stringify(args);
  const answer = await request.post(url, {
    headers: { ...headers, "content-type": "text/plain;charset=UTF-8" },
    data,
    maxRedirects: 0,
  });
  return answer.text();
}
