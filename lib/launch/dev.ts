import { announce } from "./announce.ts";
import { startApp } from "./app.ts";
import { mainDatabase } from "./database.ts";
import { buildFolder, dataFolder, requireWritable } from "./folders.ts";
import { launch } from "./lifetime.ts";
import { completeEnvironment, readSettings } from "./settings.ts";

// npm run dev: as npm start, on the same data, without a build; each process takes up changed sources by itself.
await launch(
  async (lifetime) => {
    requireWritable(dataFolder, buildFolder);
    completeEnvironment("development");
    const settings = readSettings();
    const supervisor = await startApp(
      settings,
      { mode: "dev", command: "npm run dev", place: mainDatabase },
      lifetime,
    );
    await announce(settings);
    await supervisor.keep(lifetime.signal);
    return 0;
  },
  { codeWhenAsked: 0 },
);
