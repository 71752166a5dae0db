import { expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";
import { pageHeaders } from "#lib/page-headers.ts";

const given = {
  NODE_ENV: "production",
  AUTH_SECRET: "a secret of the tests, long enough to be one",
  DATABASE_URL: "postgresql://okaeri_owner@db.example.com/okaeri",
};

function policyFor(settings: Record<string, string>): Map<string | undefined, string[]> {
  const { "Content-Security-Policy": policy } = pageHeaders("abc", parseEnv({ ...given, ...settings }));
  return new Map(
    policy
      .split("; ")
      .map((part) => part.split(" "))
      .map(([name, ...sources]) => [name, sources]),
  );
}

test("a page's sockets go to the sidecar's address alone, encrypted where the page is", () => {
  const https = { APP_URL: "https://okaeri.example.com", REALTIME_URL: "https://live.example.com/path" };
  expect(policyFor(https).get("connect-src")).toEqual(["'self'", "wss://live.example.com"]);
  expect(policyFor({ APP_URL: "http://192.168.0.7:3000" }).get("connect-src")).toEqual([
    "'self'",
    "ws://192.168.0.7:3001",
  ]);
  // To a browser localhost and 127.0.0.1 are two hosts, and a page on one has its socket there.
  expect(policyFor({ PORT: "3100" }).get("connect-src")).toEqual([
    "'self'",
    "ws://localhost:3101",
    "ws://127.0.0.1:3101",
  ]);
});

test("browsers are held to https where the site has it, and not on a laptop", () => {
  const hstsOf = (appUrl: string) =>
    pageHeaders("abc", parseEnv({ ...given, APP_URL: appUrl }))["Strict-Transport-Security"];
  expect(hstsOf("https://okaeri.example.com")).toBe("max-age=31536000");
  expect(hstsOf("http://localhost:3000")).toBeUndefined();
});

test("only development may build code from text", () => {
  const sources = (mode: string) => policyFor({ NODE_ENV: mode }).get("script-src");
  expect(sources("production")).toEqual(["'nonce-abc'", "'strict-dynamic'"]);
  expect(sources("development")).toEqual(["'nonce-abc'", "'strict-dynamic'", "'unsafe-eval'"]);
});
