import { describe, expect, it } from "vitest";
import { fallSilent } from "#tests/soak/partition.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { broken } from "#tests/support/findings.ts";
import { runTwoSidecars, transports } from "#tests/support/transports.ts";

const database = openTestDatabase();

describe.each(transports)("a network that falls silent before a sidecar on %s", (transport) => {
  const sidecars = runTwoSidecars(transport);

  it.each([
    ["and lets all through when it is over", "late"],
    ["and has lost what was on its way when it is over", "cut"],
  ] as const)(
    "%s leaves every screen the same within five seconds of healing",
    async (_, silence) => {
      const [{ port }] = sidecars();
      const findings = await fallSilent({
        ask: database.asOwner,
        company: "aoba",
        port,
        silence,
        lasting: 2_500,
      });
      expect(broken(findings)).toEqual([]);
    },
    60_000,
  );
});
