import { announce } from "./announce.ts";
import { startApp } from "./app.ts";
import { mainDatabase } from "./database.ts";
import { buildFolder, dataFolder, requireWritable } from "./folders.ts";
import { launch } from "./lifetime.ts";
import { completeEnvironment, readSettings } from "./settings.ts";

// npm start: everything that Okaeri needs, until it is told to stop.
await launch(
  async (lifetime) => {
    requireWritable(dataFolder, buildFolder);
    completeEnvironment("production");
    const settings = readSettings();
    const supervisor = await startApp(
      settings,
      { mode: "start", command: "npm start", place: mainDatabase },
      lifetime,
    );
    await announce(settings);
    await supervisor.keep(lifetime.signal);
    return 0;
  },
  { codeWhenAsked: 0 },
);
