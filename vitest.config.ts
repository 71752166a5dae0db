import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files whose tests start processes take longest: they begin first, so that none is left alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      /\/tests\/(realtime|launch|backup|jobs)\//.test(moduleId);
    const size = ({ moduleId }: TestSpecification) => statSync(moduleId).size;
    return files.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)) || size(b) - size(a));
  }
}

export default defineConfig({
  resolve: { conditions: ["react-server", "node"] },
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/template.ts"],
    setupFiles: ["tests/support/console.ts"],
    pool: "forks",
    execArgv: ["--conditions=react-server"],
    sequence: { sequencer: LongestFirst },
    // One more than there are cores: many tests wait for a process or a while.
    maxWorkers: Math.max(2, availableParallelism() + 1),
    // Only what hangs is ended: how long a test takes says nothing on a busy machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
