import type { Actions } from "#tests/e2e/action-calls.ts";
import { typedLeaver } from "./typed.ts";

/** No leaver, import or file has this id. */
const nobody = "00000000-0000-4000-8000-000000000000";
const of = { ids: [nobody] };
const imports = "desk/leavers/import";
const said = { ja: "再会のため", en: null };
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
    restoreGroundsAction: () => ({ path: "desk/leavers", args: ["aoba", { before: [], set: noGround }] }),
    eraseLeaversAction: () => ({ path: "desk/leavers", args: ["aoba", { of }] }),
    startImportAction: () => ({ path: imports, args: ["aoba", { files: [{ id: nobody, name: "a.csv" }] }] }),
    mapImportAction: () => ({ path: imports, args: ["aoba", { importId: nobody, mappings: {} }] }),
    decideRowsAction: () => ({
      path: imports,
      args: ["aoba", { importId: nobody, places: "all", decision: null }],
    }),
    fixRowAction: () => ({ path: imports, args: ["aoba", { importId: nobody, place: 1, values: {} }] }),
    applyImportAction: () => ({
      path: imports,
      args: ["aoba", { importId: nobody, ground: "NOTICE", groundOn: "2026-04-01", groundDocument: "規程" }],
    }),
    cancelImportAction: () => ({ path: imports, args: ["aoba", { importId: nobody }] }),
    undoImportAction: () => ({ path: imports, args: ["aoba", { importId: nobody }] }),
    writePurposeAction: () => ({ path: "desk/purpose", args: ["aoba", { before: said, after: said }] }),
    countExpiringAction: () => ({ path: "desk/purpose", args: ["aoba", { months: 12 }] }),
    keepLeaversAction: () => ({ path: "desk/purpose", args: ["aoba", { months: 12 }] }),
    listImportRowsAction: () => ({
      path: `${imports}/${nobody}`,
      args: ["aoba", { importId: nobody, asked: { show: "ALL" } }],
    }),
  },
};
