import { existsSync } from "node:fs";
import { mainDatabase, openServer } from "./database.ts";
import { examineInstallation } from "./doctor/examination.ts";
import { type Finding, warning, writeFindings } from "./doctor/finding.ts";
import { type Lifetime, launch } from "./lifetime.ts";
import { ownerUrl } from "./postgres/owner.ts";
import { completeEnvironment, databaseIsExternal } from "./settings.ts";

// npm run doctor: what is wrong with this installation, on one page. Changes nothing; exit code 1 when something is wrong.
await launch(
  async (lifetime) => {
    const findings = await examine(lifetime);
    console.log(`\n${writeFindings(findings)}`);
    return findings.some(({ state }) => state === "wrong") ? 1 : 0;
  },
  { codeWhenAsked: 130 },
);

async function examine(lifetime: Lifetime): Promise<Finding[]> {
  if (!databaseIsExternal() && !hasEmbedded())
    return [
      warning(
        "installation",
        "nothing was started here yet",
        "`npm start` brings all that it needs, or set DATABASE_URL",
      ),
    ];
  completeEnvironment("production");
  const owner = await findOwner(lifetime);
  const source = { ...process.env, ...(owner && { EMBEDDED_DATABASE_URL: owner }) };
  return examineInstallation(source, process.env.DATABASE_URL || owner);
}

/** The owner's address of the embedded database, whose server is started for as long as this takes; null with a database of the operator's. */
async function findOwner(lifetime: Lifetime): Promise<string | null> {
  if (databaseIsExternal()) return null;
  const { folder, name } = mainDatabase;
  return ownerUrl(await openServer(folder, lifetime), name);
}

// Where the server's account cannot enter the project, its data lie elsewhere and a key here (postgres/place.ts).
function hasEmbedded(): boolean {
  return existsSync(`${mainDatabase.folder}/data`) || existsSync(`${mainDatabase.folder}.key`);
}
