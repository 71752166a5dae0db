import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { z } from "zod";

// JavaScript that a page asks for before anybody does anything, in kilobytes as it travels (gzip); Next and React are 132 of them. What is
// needed later comes by import(), once the browser is idle or somebody asks for it: see components/ui/use-part.ts.
const budgets: Record<string, number> = {
  "/": 200,
  "/sign-in": 200,
  "/companies": 200,
  "/c/[company]/directory": 225,
  "/c/[company]/feed": 225,
  "/c/[company]/people/[memberId]": 225,
  "/c/[company]/settings": 290,
  "/c/[company]/chat": 320,
  "/c/[company]/chat/search": 320,
  "/c/[company]/chat/[threadId]": 365,
};

const statsSchema = z.array(z.object({ route: z.string(), firstLoadChunkPaths: z.array(z.string()) }));
// Of the pages as Next has built them.
const routes = statsSchema.parse(
  JSON.parse(readFileSync(".next/diagnostics/route-bundle-stats.json", "utf8")),
);

for (const [route, budget] of Object.entries(budgets))
  test(`the JavaScript of ${route} keeps to ${budget} kB`, () => {
    const chunks = routes.find((one) => one.route === route)?.firstLoadChunkPaths.map(weigh) ?? [];
    expect(chunks).not.toEqual([]);
    const total = chunks.reduce((sum, { size }) => sum + size, 0);
    expect(total, report(route, chunks)).toBeLessThanOrEqual(budget);
  });

type Chunk = { path: string; size: number; source: string };

function weigh(path: string): Chunk {
  const source = readFileSync(path, "utf8");
  return { path, size: gzipSync(source).length / 1000, source };
}

/** The largest files with what one can tell them by; `npx next analyze` shows every module. */
function report(route: string, chunks: Chunk[]): string {
  const lines = chunks
    .sort((one, other) => other.size - one.size)
    .map(
      ({ path, size, source }) => `${size.toFixed(1).padStart(7)}  ${path}  ${marksIn(source).join(", ")}`,
    );
  return [`What ${route} asks for, in kB:`, ...lines].join("\n");
}

// Packages and rooms by words that stay in a build.
const marks: Record<string, RegExp> = {
  react: /react\.dev\/errors/,
  next: /next-router-state-tree/i,
  "next-intl": /MISSING_MESSAGE/,
  "base-ui": /base-ui/,
  zod: /ZodError|\$ZodType/,
  "socket.io": /engine\.io|socket\.io/,
  chat: /useOutbox\(\)/,
};

function marksIn(source: string): string[] {
  return Object.entries(marks).flatMap(([name, mark]) => (mark.test(source) ? [name] : []));
}
