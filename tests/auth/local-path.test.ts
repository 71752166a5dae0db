import { expect, test } from "vitest";
import { localPath } from "#lib/auth/local-path.ts";

test.each([
  ["/c/aoba/feed", "/c/aoba/feed"],
  ["/c/aoba/directory?q=%E9%AB%98%E6%A9%8B#top", "/c/aoba/directory?q=%E9%AB%98%E6%A9%8B#top"],
  ["/c/aoba/../larkfield/feed", "/c/larkfield/feed"],
])("%s is a path of this site", (next, path) => expect(localPath(next)).toBe(path));

test.each([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/c/..//evil.example",
  "/%2e//evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "evil.example",
  " /c/aoba",
  "",
  "/sign-in?next=/sign-in",
  `/${"x".repeat(600)}`,
  null,
  undefined,
  ["/c/aoba"],
])("%j leads nowhere", (next) => expect(localPath(next)).toBeNull());
