import type { Actions } from "#tests/e2e/action-calls.ts";

const nothingEnded = { ended: 0, refusal: null };

export const actions: Actions = {
  account: {
    listAllTimeZones: () => ({ path: "settings", args: [{}] }),
    endOwnSession: () => ({
      path: "settings",
      args: [nothingEnded],
      form: { session: crypto.randomUUID() },
    }),
    endOwnOtherSessions: () => ({ path: "settings", args: [nothingEnded] }),
  },
  open: [
    "switchLocale",
    "requestMail",
    "requestMailAgain",
    "enterByCode",
    "enterByLink",
    "enterByLinkElsewhere",
    "enterAsSample",
    "signOutAction",
  ],
};
