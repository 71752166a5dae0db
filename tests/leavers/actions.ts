import type { Actions } from "#tests/e2e/action-calls.ts";

/** No import and no file has this id. */
const nobody = "00000000-0000-4000-8000-000000000000";
const path = "desk/leavers/import";

export const actions: Actions = {
  // As HR may; who only is a member is refused.
  once: {
    startImportAction: () => ({ path, args: ["aoba", { files: [{ id: nobody, name: "a.csv" }] }] }),
    mapImportAction: () => ({ path, args: ["aoba", { importId: nobody, mappings: {} }] }),
    decideRowsAction: () => ({ path, args: ["aoba", { importId: nobody, places: "all", decision: null }] }),
    fixRowAction: () => ({ path, args: ["aoba", { importId: nobody, place: 1, values: {} }] }),
    applyImportAction: () => ({
      path,
      args: ["aoba", { importId: nobody, ground: "NOTICE", groundOn: "2026-04-01", groundDocument: "規程" }],
    }),
    cancelImportAction: () => ({ path, args: ["aoba", { importId: nobody }] }),
    undoImportAction: () => ({ path, args: ["aoba", { importId: nobody }] }),
    listImportRowsAction: () => ({
      path: `${path}/${nobody}`,
      args: ["aoba", { importId: nobody, asked: { show: "ALL" } }],
    }),
  },
};
