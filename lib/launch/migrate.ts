import { mainDatabase, openDatabase } from "./database.ts";
import { dataFolder, requireWritable } from "./folders.ts";
import { launch } from "./lifetime.ts";
import { completeEnvironment, databaseIsExternal, readSettings } from "./settings.ts";

// npm run migrate: the database as this version of the app needs it, with the role that serves. For a deployment, before its processes.
await launch(
  async (lifetime) => {
    if (!databaseIsExternal()) requireWritable(dataFolder);
    completeEnvironment("production");
    await openDatabase(mainDatabase, readSettings(), lifetime);
    console.log("The database is up to date.");
    return 0;
  },
  { codeWhenAsked: 130 },
);
