import type { Actions } from "#tests/e2e/action-calls.ts";
import { typedLeaver } from "./leavers.ts";

/** No leaver has this id. */
const nobody = "00000000-0000-4000-8000-000000000000";
const of = { ids: [nobody] };
const noGround = { ground: null, groundOn: null, groundDocument: null };

export const actions: Actions = {
  // As HR may; who only is a member is refused.
  once: {
    addLeaverAction: () => ({ path: "desk/leavers", args: ["aoba", { typed: typedLeaver({}) }] }),
    writeLeaverAction: () => ({
      path: "desk/leavers",
      args: ["aoba", { id: nobody, version: 1, typed: typedLeaver({}) }],
    }),
    mergeLeaversAction: () => ({
      path: "desk/leavers",
      args: [
        "aoba",
        { kept: { id: nobody, version: 1 }, other: { id: nobody, version: 1 }, typed: typedLeaver({}) },
      ],
    }),
    tagLeaversAction: () => ({ path: "desk/leavers", args: ["aoba", { of, tag: "x", on: true }] }),
    groundLeaversAction: () => ({ path: "desk/leavers", args: ["aoba", { of, ground: noGround }] }),
    restoreGroundsAction: () => ({ path: "desk/leavers", args: ["aoba", { before: [] }] }),
    eraseLeaversAction: () => ({ path: "desk/leavers", args: ["aoba", { of }] }),
  },
};
