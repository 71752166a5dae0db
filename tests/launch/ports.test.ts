import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";
import { partsOf, requireFreePorts } from "#lib/launch/parts.ts";
import { findFreePort, requireFreePort, urlOn } from "#lib/launch/ports.ts";

const servers: Server[] = [];
afterEach(() =>
  Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))),
);

test("a free port is free", async () => {
  await expect(requireFreePort(await findFreePort(), "the web", "PORT=1 npm start")).resolves.toBeUndefined();
});

test.each(["::", "127.0.0.1"])("a port in use on %s is named, with how to choose another", async (host) => {
  const port = await listen(host);
  await expect(requireFreePort(port, "the web", "PORT=3100 npm start")).rejects.toThrow(
    `Port ${port}, for the web, is in use: end the program that has it, or choose another with \`PORT=3100 npm start\`.`,
  );
});

test("with patience a port may become free meanwhile", async () => {
  const port = await listen("127.0.0.1");
  setTimeout(() => servers.pop()?.close(), 300);
  await expect(requireFreePort(port, "the web", "", 5_000)).resolves.toBeUndefined();
});

test.each([
  [undefined, "http://127.0.0.1:3000/health"],
  ["::", "http://127.0.0.1:3000/health"],
  ["10.0.0.5", "http://10.0.0.5:3000/health"],
  ["::1", "http://[::1]:3000/health"],
])("what listens on %s is asked for its health where it answers", (host, url) => {
  expect(urlOn(host, 3000, "/health")).toBe(url);
  const settings = parseEnv({
    PORT: "3000",
    HOST: host,
    AUTH_SECRET: "x".repeat(32),
    DATABASE_URL: "postgresql://127.0.0.1/x",
    DATABASE_APP_URL: "postgresql://127.0.0.1/x",
  });
  const [web] = partsOf(settings, "start");
  expect(web?.health).toBe(urlOn(host, 3000, "/api/health"));
});

test("the ports of live updates and the worker move along with PORT", async () => {
  const taken = await listenBehindFree();
  const settings = parseEnv({
    PORT: String(taken - 1),
    AUTH_SECRET: "x".repeat(32),
    EMBEDDED_DATABASE_URL: "postgresql://127.0.0.1/x",
  });
  await expect(requireFreePorts(settings, "npm start")).rejects.toThrow(
    `Port ${taken}, for live updates, is in use: end the program that has it, or choose another with \`PORT=${taken + 99} npm start\`.`,
  );
});

/** At a port before which there is a free one: others on this machine take theirs at the same time. */
async function listenBehindFree(): Promise<number> {
  const taken = await listen("127.0.0.1");
  const isFree = await requireFreePort(taken - 1, "", "").then(
    () => true,
    () => false,
  );
  return isFree ? taken : listenBehindFree();
}

async function listen(host: string): Promise<number> {
  const port = await findFreePort();
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return port;
}
