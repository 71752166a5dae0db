import { withViewer } from "#lib/auth/scopes.ts";
import { cancelTask, findNewestTask, findTask, listTasks, startTask } from "#lib/work/tasks.ts";
import { viewerOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = (database) => {
  let taskId = "";
  return {
    prepare: async () => {
      const sakura = await viewerOf(database, "sakura", "aoba");
      taskId = await withViewer(sakura, (tx) => startTask(tx, sakura, { kind: "count", input: {} }));
    },
    calls: {
      "tasks#cancelTask": (viewer) => cancelTask(viewer, taskId),
      "tasks#findNewestTask": (viewer) => findNewestTask(viewer, "count"),
      "tasks#findTask": (viewer) => findTask(viewer, taskId),
      "tasks#listTasks": (viewer) => listTasks(viewer),
    },
    ownAnswers: ["tasks#findNewestTask", "tasks#listTasks"],
    withoutViewer: [
      "claim#TaskLost",
      "claim#claimTask",
      "claim#enter",
      "claim#finish",
      "claim#isGone",
      "claim#keepStep",
      "claim#tell",
      "operator-tasks#TaskCancelled",
      "operator-tasks#TaskUnderWay",
      "operator-tasks#cancelOperatorTask",
      "operator-tasks#withOperatorTask",
      "operator-tasks#withoutOperatorTask",
      "outside#whileKept",
      "running#runDueTasks",
      "tasks#isUnderWay",
      "tasks#startTask",
    ],
    // Of long_work only what has a company is one's: it stands among those of the installation.
    tables: {},
  };
};
