import type { Actions } from "#tests/e2e/action-calls.ts";

export const actions: Actions = {
  member: { listLooksAction: () => ({ path: "settings/my-data", args: ["aoba", {}] }) },
};
