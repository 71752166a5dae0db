import { describe, expect, it } from "vitest";
import { cutHerd } from "#tests/soak/herd.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { broken } from "#tests/support/findings.ts";
import { runTwoSidecars, transports } from "#tests/support/transports.ts";

const database = openTestDatabase();

describe.each(transports)("a hundred sockets that are cut at once on %s", (transport) => {
  const sidecars = runTwoSidecars(transport);

  it("catch up, and the database answers meanwhile", async () => {
    const [sidecar, other] = sidecars();
    const findings = await cutHerd({
      ask: database.asOwner,
      company: "aoba",
      sidecar,
      other,
      sockets: 100,
    });
    expect(broken(findings)).toEqual([]);
  }, 90_000);
});
