import { mainDatabase, openDatabase } from "./database.ts";
import { LaunchFailure } from "./failure.ts";
import { dataFolder, requireWritable } from "./folders.ts";
import { launch } from "./lifetime.ts";
import { ensureSampleWorld } from "./sample-world.ts";
import { completeEnvironment, databaseIsExternal, readSettings } from "./settings.ts";

// npm run seed: the sample world into the embedded database, if it is empty. npm start does so by itself.
await launch(
  async (lifetime) => {
    if (databaseIsExternal())
      throw new LaunchFailure("The sample world is for the embedded database only: unset DATABASE_URL.");
    requireWritable(dataFolder);
    completeEnvironment("development");
    await ensureSampleWorld(await openDatabase(mainDatabase, readSettings(), lifetime));
    return 0;
  },
  { codeWhenAsked: 130 },
);
