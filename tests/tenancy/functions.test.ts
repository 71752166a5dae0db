import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Account } from "#lib/auth/schema.ts";
import { endSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { NotFound } from "#lib/errors.ts";
import { dataFolder } from "#lib/launch/folders.ts";
import { domains } from "#tests/architecture/allowed.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn, viewerOf } from "#tests/support/people.ts";
import { listSecrets, secretsIn } from "./company-rows.ts";
import { collectTenancy, listDomains, listFunctions } from "./lists.ts";

const database = openTestDatabase();
const lists = await collectTenancy(database);
const calls = lists.flatMap(([domain, { calls, ownAnswers }]) =>
  Object.entries(calls).map(([name, call]) => ({
    name: `${domain}/${name}`,
    call,
    answersOwn: ownAnswers.includes(name),
  })),
);

/** What only Aoba's members know. */
let secrets: string[];

beforeAll(async () => {
  for (const [, { prepare }] of lists) await prepare?.();
  const { companyId } = await viewerOf(database, "sakura", "aoba");
  secrets = await listSecrets(database, companyId);
  expect(secrets.length).toBeGreaterThan(1000);
});

it("every folder of lib that is no foundation is a domain of the map", () => {
  expect(listDomains()).toEqual(Object.keys(domains).sort());
});

it.each(lists)(
  "every function that %s exports is on one of its lists",
  async (domain, { calls, withoutViewer }) => {
    expect(await listFunctions(domain)).toEqual([...Object.keys(calls), ...withoutViewer].sort());
  },
);

describe("a new domain", () => {
  it("is found by its folder, and what it exports by its files", async () => {
    const folder = mkdtempSync(join(dataFolder, "new-domain-"));
    try {
      mkdirSync(join(folder, "lib/openings"), { recursive: true });
      const text = 'import "server-only"; export const most = 3; export const listOpenings = async () => [];';
      writeFileSync(join(folder, "lib/openings/openings.ts"), text);
      expect(listDomains(folder)).toEqual(["openings"]);
      expect(await listFunctions("openings", folder)).toEqual(["openings#listOpenings"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("has lists, or nothing here runs", async () => {
    await expect(collectTenancy(database, ["openings"])).rejects.toThrow(
      "lib/openings has no lists in tests/openings/tenancy.ts",
    );
  });
});

describe.each(calls)("$name", ({ call, answersOwn }) => {
  it("answers the one whose it is", async () => {
    await expect(call(await viewerOf(database, "sakura", "aoba"))).resolves.not.toThrow();
  });

  it("gives another company's member NotFound, or their own company's", async () => {
    const answer = call(await viewerOf(database, "hannah", "larkfield"));
    if (!answersOwn) return expect(answer).rejects.toThrow(NotFound);
    const told = JSON.stringify((await answer) ?? null);
    expect(secretsIn(told, secrets)).toEqual([]);
    expect(told).not.toContain("青葉");
  });

  it("gives NotFound to another company's member who says to be of this one", async () => {
    const hannah = await viewerOf(database, "hannah", "larkfield");
    const { companyId } = await viewerOf(database, "sakura", "aoba");
    await expect(call({ ...hannah, companyId })).rejects.toThrow(NotFound);
  });

  it("gives NotFound to a viewer who has been suspended since", async () => {
    const koji = await viewerOf(database, "koji", "aoba");
    await database.asOwner("UPDATE members SET status = 'SUSPENDED' WHERE id = $1", [koji.memberId]);
    try {
      await expect(call(koji)).rejects.toThrow(NotFound);
    } finally {
      await database.asOwner("UPDATE members SET status = 'ACTIVE' WHERE id = $1", [koji.memberId]);
    }
  });

  it("gives NotFound to a viewer who has signed out since", async () => {
    const { account } = await signIn(database, "sakura");
    const viewer = await findViewer(account, "aoba");
    await endSession(account, account.sessionId);
    await expect(call(viewer)).rejects.toThrow(NotFound);
  });

  it("gives NotFound to a viewer whose session has expired since", async () => {
    const viewer = await viewerOf(database, "sakura", "aoba");
    await database.asOwner("UPDATE sessions SET expires_at = now() - interval '1 second' WHERE id = $1", [
      viewer.sessionId,
    ]);
    await expect(call(viewer)).rejects.toThrow(NotFound);
  });

  it("gives NotFound to a viewer with another's session", async () => {
    const sakura = await viewerOf(database, "sakura", "aoba");
    const { sessionId } = await viewerOf(database, "yuki", "aoba");
    await expect(call({ ...sakura, sessionId })).rejects.toThrow(NotFound);
  });
});

describe("findViewer", () => {
  const cases: [string, Parameters<typeof signIn>[1], string][] = [
    ["another company's member", "hannah", "aoba"],
    ["a suspended member", "tsuyoshi", "aoba"],
    ["somebody who was invited and has not joined", "shiori", "aoba"],
    ["anybody, for a company that is not there", "sakura", "nowhere"],
  ];
  it.each(cases)("gives NotFound to %s", async (_, name, slug) => {
    const { account } = await signIn(database, name);
    await expect(findViewer(account, slug)).rejects.toThrow(NotFound);
  });

  it("gives NotFound to everybody while the company is suspended", async () => {
    const { account }: { account: Account } = await signIn(database, "hannah");
    await database.asOwner("UPDATE companies SET status = 'SUSPENDED' WHERE slug = 'larkfield'");
    try {
      await expect(findViewer(account, "larkfield")).rejects.toThrow(NotFound);
    } finally {
      await database.asOwner("UPDATE companies SET status = 'ACTIVE' WHERE slug = 'larkfield'");
    }
  });

  it("knows one account in two companies as two members", async () => {
    const { account } = await signIn(database, "chinatsu");
    const [aobaViewer, larkfieldViewer] = [
      await findViewer(account, "aoba"),
      await findViewer(account, "larkfield"),
    ];
    expect([aobaViewer.kind, larkfieldViewer.kind]).toEqual(["ALUMNUS", "EMPLOYEE"]);
    expect(aobaViewer.memberId).not.toBe(larkfieldViewer.memberId);
  });
});
