import type { Actions } from "#tests/e2e/action-calls.ts";

export const actions: Actions = {
  member: { countNewLinesAction: () => ({ path: "feed", args: ["aoba", {}] }) },
};
