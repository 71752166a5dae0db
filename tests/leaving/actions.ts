import type { Actions } from "#tests/e2e/action-calls.ts";

const untouched = { sent: false, typed: "", refusal: null };

export const actions: Actions = {
  // Whoever calls it with success is gone: see tests/e2e/leaving.spec.ts.
  once: { leaveNetworkAction: () => ({ path: "settings/my-data", args: ["aoba", {}] }) },
  account: {
    askForDeletion: () => ({ path: "/account/delete", args: [untouched] }),
    confirmDeletion: () => ({ path: "/account/delete", args: [untouched], form: { code: "000000" } }),
  },
};
