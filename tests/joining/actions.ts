import type { Actions } from "#tests/e2e/action-calls.ts";

export const actions: Actions = {
  once: { endWelcomeAction: () => ({ path: "welcome", args: ["aoba", { slug: "aoba", listed: true }] }) },
  open: ["joinAction", "noteOpenedAction", "otherAccountAction", "refuseAction"],
};
