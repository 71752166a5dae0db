import type { Actions } from "#tests/e2e/action-calls.ts";

export const actions: Actions = {
  member: { findInCompanyAction: () => ({ path: "feed", args: ["aoba", { q: "たかはし" }] }) },
};
