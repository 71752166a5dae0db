import { show } from "./command.ts";
import { mainDatabase, openDatabase } from "./database.ts";
import { LaunchFailure } from "./failure.ts";
import { dataFolder, requireWritable } from "./folders.ts";
import { launch } from "./lifetime.ts";
import { completeEnvironment, readSettings } from "./settings.ts";

// npm run with-database -- <command>: runs a command with the database, and the settings, that the app has.
await launch(
  async (lifetime) => {
    const [program, ...args] = process.argv.slice(2);
    if (!program)
      throw new LaunchFailure("Name a command: npm run with-database -- npx prisma migrate status");
    requireWritable(dataFolder);
    completeEnvironment("development");
    await openDatabase(mainDatabase, readSettings(), lifetime);
    return show(program, args, { signal: lifetime.signal });
  },
  { codeWhenAsked: 130 },
);
