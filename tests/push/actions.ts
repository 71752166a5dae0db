import type { Actions } from "#tests/e2e/action-calls.ts";

const keys = { p256dh: "A".repeat(87), auth: "A".repeat(22) };

export const actions: Actions = {
  account: {
    keepOwnPush: () => ({ path: "settings", args: [{ endpoint: "https://push.example.com/1", keys }] }),
    endOwnPush: () => ({ path: "settings", args: [] }),
  },
};
