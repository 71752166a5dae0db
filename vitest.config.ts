import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["react-server", "node"] },
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/template.ts"],
    setupFiles: ["tests/support/console.ts"],
    pool: "forks",
    execArgv: ["--conditions=react-server"],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
