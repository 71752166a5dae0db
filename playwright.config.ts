import { defineConfig } from "@playwright/test";
import { z } from "zod";

// Without these a Chromium on a closed network spends its time looking for its maker.
const quiet = [
  "background-networking",
  "component-update",
  "sync",
  "domain-reliability",
  "client-side-phishing-detection",
];

// The worlds that lib/launch/layers has started, one for each worker: one walk counts what another would change.
const worlds = z.array(z.record(z.string(), z.string())).parse(JSON.parse(process.env.E2E_WORLDS ?? "[]"));
Object.assign(process.env, worlds[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]);

const launchOptions = {
  args: ["--no-first-run", "--disable-gpu", "--no-sandbox", ...quiet.map((name) => `--disable-${name}`)],
  // Where a machine has no locale, Chromium calls every file "download" whose name is not ASCII.
  env: { ...process.env, LC_ALL: "C.UTF-8" },
};
// What asks for notifications, which the shell does not have.
const notifying = /(push|settings)\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".data/test-results/playwright",
  workers: worlds.length,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    baseURL: process.env.E2E_BASE_URL,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "shell",
      testIgnore: notifying,
      use: {
        launchOptions: {
          ...launchOptions,
          executablePath: process.env.CHROMIUM_SHELL_PATH ?? process.env.CHROMIUM_PATH,
        },
      },
    },
    {
      name: "chromium",
      testMatch: notifying,
      use: { launchOptions: { ...launchOptions, executablePath: process.env.CHROMIUM_PATH } },
    },
  ],
});
