import { defineConfig } from "@playwright/test";

// Without these a Chromium on a closed network spends its time looking for its maker.
const quiet = [
  "background-networking",
  "component-update",
  "sync",
  "domain-reliability",
  "client-side-phishing-detection",
];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".data/test-results/playwright",
  // One after another: all walk through the same sample world, and one counts what another would change.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    baseURL: process.env.E2E_BASE_URL,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ["--no-first-run", "--disable-gpu", "--no-sandbox", ...quiet.map((name) => `--disable-${name}`)],
    },
  },
});
