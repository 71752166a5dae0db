import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, type Page, type Response } from "@playwright/test";
import { z } from "zod";
import { openAs, test } from "./support.ts";

/** `built`: what the build's manifest lists for it. `first`: what its document asks for before anybody does anything, 8 less. `idle`: with all that follows by itself. */
type Budget = { built: number; first?: number; idle?: number };

// JavaScript in kilobytes as it travels (gzip); a bare Next app has 139. What is not needed to show a page comes by usePart
// (components/ui/use-part.ts).
const budgets: Record<string, Budget> = {
  "/": { built: 160 },
  "/sign-in": { built: 161 },
  "/companies": { built: 160 },
  "/c/[company]/directory": { built: 185, first: 175, idle: 287 },
  "/c/[company]/feed": { built: 185, first: 175, idle: 287 },
  "/c/[company]/people/[memberId]": { built: 185, first: 175, idle: 282 },
  "/c/[company]/settings": { built: 190, first: 180, idle: 300 },
  "/c/[company]/profile": { built: 195, first: 185, idle: 338 },
  "/c/[company]/profile/visibility": { built: 185, first: 175, idle: 300 },
  "/c/[company]/chat": { built: 190, first: 180, idle: 320 },
  "/c/[company]/chat/search": { built: 190, first: 185, idle: 322 },
  "/c/[company]/chat/[threadId]": { built: 220, first: 210, idle: 425 },
};

const statsSchema = z.array(z.object({ route: z.string(), firstLoadChunkPaths: z.array(z.string()) }));
// Of the pages as Next has built them.
const routes = statsSchema.parse(
  JSON.parse(readFileSync(".next/diagnostics/route-bundle-stats.json", "utf8")),
);

for (const [route, { built }] of Object.entries(budgets))
  test(`the JavaScript of ${route} keeps to ${built} kB`, () => {
    const paths = routes.find((one) => one.route === route)?.firstLoadChunkPaths ?? [];
    const chunks = paths.map((path) => weigh(path, readFileSync(path)));
    expect(chunks).not.toEqual([]);
    expect(sum(chunks), report(route, chunks)).toBeLessThanOrEqual(built);
  });

test("what a document asks for, and what follows once its browser is idle, keep to their budgets", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/directory" });
  const person = await hrefOf(page, "main a[href*='/people/']");
  await page.goto("/c/aoba/chat");
  const paths: Record<string, string> = {
    "/c/[company]/directory": "/c/aoba/directory",
    "/c/[company]/feed": "/c/aoba/feed",
    "/c/[company]/people/[memberId]": person,
    "/c/[company]/settings": "/c/aoba/settings",
    "/c/[company]/profile": "/c/aoba/profile",
    "/c/[company]/profile/visibility": "/c/aoba/profile/visibility",
    "/c/[company]/chat": "/c/aoba/chat",
    "/c/[company]/chat/search": "/c/aoba/chat/search",
    "/c/[company]/chat/[threadId]": await hrefOf(page, "li a[href*='/chat/']"),
  };
  for (const [route, path] of Object.entries(paths)) {
    const document = await (await page.request.get(path)).text();
    // Its words are files of their own, which a browser keeps.
    expect.soft(document).not.toMatch(/\\"messages\\":\{\\"/);
    expect.soft(document).toContain('<link rel="preload" href="/api/words/');
    const chunks = await loadedBy(page, path);
    const asked = chunks.filter(({ path }) => document.includes(`src="${path}`));
    console.log(`${route}: ${sum(asked).toFixed(1)} kB, ${sum(chunks).toFixed(1)} kB once idle`);
    expect.soft(sum(asked), report(route, asked)).toBeLessThanOrEqual(budgets[route]?.first ?? 0);
    expect.soft(sum(chunks), report(route, chunks)).toBeLessThanOrEqual(budgets[route]?.idle ?? 0);
  }
});

async function hrefOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().getAttribute("href")) ?? "";
}

/** All that a page has asked for when its browser rests. */
async function loadedBy(page: Page, path: string): Promise<Chunk[]> {
  const chunks = new Map<string, Promise<Chunk>>();
  const look = (response: Response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith("/_next/static/") && pathname.endsWith(".js"))
      chunks.set(
        pathname,
        // Of a page that one has left a browser has no bodies.
        page.request.get(response.url()).then(async (again) => weigh(pathname, await again.body())),
      );
  };
  // What the page before asks for late is not this one's.
  await page.goto("about:blank");
  page.on("response", look);
  await page.goto(path);
  // Until nothing new is asked for in a quiet moment.
  await expect
    .poll(async () => {
      const before = chunks.size;
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
      await page.waitForLoadState("networkidle");
      await Promise.all(chunks.values());
      return chunks.size - before;
    })
    .toBe(0);
  page.off("response", look);
  return Promise.all(chunks.values());
}

type Chunk = { path: string; size: number; source: string };

function weigh(path: string, source: Buffer): Chunk {
  return { path, size: gzipSync(source).length / 1000, source: source.toString() };
}

function sum(chunks: readonly Chunk[]): number {
  return chunks.reduce((total, { size }) => total + size, 0);
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
