import type { Actions } from "#tests/e2e/action-calls.ts";

export const actions: Actions = {
  account: { joinCompany: () => ({ path: "/companies", args: [null], form: { slug: "aoba" } }) },
  open: ["findDoor"],
};
