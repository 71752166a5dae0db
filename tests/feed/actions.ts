import type { Actions } from "#tests/e2e/action-calls.ts";

const lineId = "0194162b-a695-746c-b9cb-9d957b806163";

export const actions: Actions = {
  member: {
    countNewLinesAction: () => ({ path: "feed", args: ["aoba", {}] }),
    readOkaeriAction: () => ({ path: "feed", args: ["aoba", { lineIds: [lineId] }] }),
    listGiversAction: () => ({ path: "feed", args: ["aoba", { lineId }] }),
    markLookedAction: () => ({ path: "feed", args: ["aoba", null] }),
  },
};
