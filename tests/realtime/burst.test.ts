import { describe, expect, it } from "vitest";
import { burst } from "#tests/soak/burst.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { broken } from "#tests/support/findings.ts";
import { runTwoSidecars, transports } from "#tests/support/transports.ts";

const database = openTestDatabase();

describe.each(transports)("a burst into a group of a hundred on %s", (transport) => {
  const sidecars = runTwoSidecars(transport);

  it("reaches each online member, each message once", async () => {
    const urls = sidecars().map(({ url }) => url);
    const findings = await burst({
      ask: database.asOwner,
      company: "aoba",
      urls,
      members: 100,
      messages: 100,
    });
    expect(broken(findings)).toEqual([]);
  }, 90_000);
});
