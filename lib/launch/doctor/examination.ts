import { examineDatabase } from "./database.ts";
import { type Finding, look } from "./finding.ts";
import { examineProcesses } from "./processes.ts";
import { examineSettings } from "./settings.ts";
import { examineSurroundings } from "./surroundings.ts";

/** All that can be said of an installation with these settings. `ownerUrl` is null where the owner's address is not known. Changes nothing. */
export async function examineInstallation(
  source: Record<string, string | undefined>,
  ownerUrl: string | null,
): Promise<Finding[]> {
  const { settings, findings } = examineSettings(source);
  if (!settings) return findings;
  const { databaseAppUrl: appUrl, databasePool: pool, secret } = settings;
  return [
    ...findings,
    ...(await examineDatabase({ ownerUrl, appUrl, pool, secret })),
    ...(await examineSurroundings(settings)),
    ...(await look("processes", () => examineProcesses(settings, appUrl))),
  ];
}
