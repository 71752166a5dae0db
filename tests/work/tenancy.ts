import { withViewer } from "#lib/auth/scopes.ts";
import { cancelWork, findWork, listWork, startWork } from "#lib/work/work.ts";
import { viewerOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = (database) => {
  let workId = "";
  return {
    prepare: async () => {
      const sakura = await viewerOf(database, "sakura", "aoba");
      workId = await withViewer(sakura, (tx) => startWork(tx, sakura, { kind: "count", input: {} }));
    },
    calls: {
      "work#cancelWork": (viewer) => cancelWork(viewer, workId),
      "work#findWork": (viewer) => findWork(viewer, workId),
      "work#listWork": (viewer) => listWork(viewer),
    },
    ownAnswers: ["work#listWork"],
    withoutViewer: [
      "operators-work#WorkCancelled",
      "operators-work#WorkUnderWay",
      "operators-work#cancelOperatorsWork",
      "operators-work#withoutOperatorsWork",
      "operators-work#withOperatorsWork",
      "running#runDueWork",
      "work#startWork",
    ],
    // Of long_work only what has a company is one's: it stands among those of the installation.
    tables: {},
  };
};
