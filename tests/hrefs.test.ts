import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { companyHref, homeHref, personHref, threadHref } from "#lib/hrefs.ts";
import { root } from "#lib/launch/folders.ts";

test("what an address is made of cannot lead out of it", () => {
  expect(homeHref("a/b?c")).toBe("/c/a%2Fb%3Fc/feed");
  expect(companyHref("aoba", "chat?new")).toBe("/c/aoba/chat?new");
  expect(personHref("aoba", "../settings")).toBe("/c/aoba/people/..%2Fsettings");
  expect(threadHref("aoba", "t#1")).toBe("/c/aoba/chat/t%231");
  expect(threadHref("aoba", "t", 0)).toBe("/c/aoba/chat/t?at=0");
});

test("no page's address is put together anywhere else", () => {
  const files = globSync("{app,components,lib/!(generated|launch)}/**/*.{ts,tsx}", { cwd: root });
  expect(files.length).toBeGreaterThan(400);
  const found = files.filter((file) => /(?<!\/api)\/c\/\$\{/.test(readFileSync(join(root, file), "utf8")));
  expect(found).toEqual([]);
});
