import dns from "node:dns";
import https from "node:https";
import { afterEach, describe, expect, test, vi } from "vitest";
import { parseEnv } from "#lib/env.ts";
import { isPublicAddress, isPublicEndpoint, lookupPublic } from "#lib/push/public-hosts.ts";

Object.assign(process.env, {
  EMBEDDED_DATABASE_URL: "postgresql://o:o@127.0.0.1:5432/okaeri",
  AUTH_SECRET: "x".repeat(32),
});

test.each([
  "https://fcm.googleapis.com/fcm/send/abc:def",
  "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
  "https://web.push.apple.com/QGuQyavXutnMH",
  "https://wns2-par02p.notify.windows.com/w/?token=BQ",
])("%s is a push service", (endpoint) => expect(isPublicEndpoint(endpoint)).toBe(true));

test.each([
  "http://fcm.googleapis.com/fcm/send/abc",
  "https://fcm.googleapis.com:8443/fcm/send/abc",
  "https://user:password@fcm.googleapis.com/fcm/send/abc",
  "https://localhost/push",
  "https://db/push",
  "https://metadata.google.internal/computeMetadata/v1/",
  "https://printer.local/",
  "https://service.localhost/",
  "https://localhost./",
  "https://127.0.0.1/push",
  "https://2130706433/push",
  "https://0x7f.1/push",
  "https://93.184.216.34/push",
  "https://[::1]/push",
  "https://[2606:2800:220:1:248:1893:25c8:1946]/push",
  "http://127.0.0.1:9/push",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "",
])("%s is none", (endpoint) => expect(isPublicEndpoint(endpoint)).toBe(false));

test.each(["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "2a00:1450:4001:81b::200a"])(
  "%s is out in the world",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test.each([
  ...[
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
  ],
  ...["0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1"],
  ...[
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.216.34",
  ],
  ...["64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1"],
])("%s is not", (address) => expect(isPublicAddress(address)).toBe(false));

describe("a public name that leads inside", () => {
  const inside = [
    { address: "93.184.216.34", family: 4 },
    { address: "10.0.0.5", family: 4 },
  ];

  afterEach(() => vi.mocked(dns.lookup).mockRestore());

  // What names lead to is decided outside of this machine.
  function answer(addresses: dns.LookupAddress[]): void {
    vi.spyOn(dns, "lookup").mockImplementation(((_host: string, _options: unknown, done: unknown) => {
      if (typeof done === "function") done(null, addresses);
    }) as typeof dns.lookup);
  }

  test.each([true, false])("is not looked up (all: %s)", async (all) => {
    answer(inside);
    const error = await new Promise((resolve) => lookupPublic("push.example.com", { all }, resolve));
    expect(String(error)).toContain("10.0.0.5, which is not a public address");
  });

  test("is not connected to", async () => {
    answer([{ address: "127.0.0.1", family: 4 }]);
    const agent = new https.Agent({ lookup: lookupPublic });
    const error = await new Promise((resolve) =>
      https.get("https://push.example.com/", { agent }).once("error", resolve),
    );
    expect(String(error)).toContain("not a public address");
  });

  test("and one that leads out is", async () => {
    answer([{ address: "93.184.216.34", family: 4 }]);
    const one = await new Promise((resolve) =>
      lookupPublic("push.example.com", {}, (error, address, family) => resolve([error, address, family])),
    );
    expect(one).toEqual([null, "93.184.216.34", 4]);
    const all = await new Promise((resolve) =>
      lookupPublic("push.example.com", { all: true }, (_, addresses) => resolve(addresses)),
    );
    expect(all).toEqual([{ address: "93.184.216.34", family: 4 }]);
  });
});

test("a test's own push service is there only beside the embedded database", () => {
  const given = { AUTH_SECRET: "x".repeat(32), PUSH_TEST_SERVICE: "http://127.0.0.1:4444" };
  const embedded = "postgresql://o:o@127.0.0.1:5432/okaeri";
  const external = "postgresql://o:o@db.example.com/okaeri";
  expect(parseEnv({ ...given, EMBEDDED_DATABASE_URL: embedded }).pushTestService).toBe(
    "http://127.0.0.1:4444",
  );
  expect(parseEnv({ ...given, DATABASE_URL: external }).pushTestService).toBeUndefined();
  expect(
    parseEnv({ ...given, EMBEDDED_DATABASE_URL: embedded, DATABASE_APP_URL: external }).pushTestService,
  ).toBeUndefined();
  for (const elsewhere of ["http://10.0.0.1:80", "https://127.0.0.1", "http://localhost:80"])
    expect(() =>
      parseEnv({ ...given, EMBEDDED_DATABASE_URL: embedded, PUSH_TEST_SERVICE: elsewhere }),
    ).toThrow(/PUSH_TEST_SERVICE/);
});
