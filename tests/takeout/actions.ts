import type { Actions } from "#tests/e2e/action-calls.ts";

/** No task has this id. */
const nobody = "00000000-0000-4000-8000-000000000000";

export const actions: Actions = {
  member: { startTakeoutAction: () => ({ path: "settings/my-data", args: ["aoba", {}] }) },
  once: { cancelTakeoutAction: () => ({ path: "settings/my-data", args: ["aoba", { taskId: nobody }] }) },
};
