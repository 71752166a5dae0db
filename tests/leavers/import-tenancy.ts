import { applyImport, undoImport } from "#lib/leavers/imports/applying.ts";
import { withReadyImport } from "#lib/leavers/imports/held-imports.ts";
import {
  cancelImport,
  findImport,
  listImports,
  mapImport,
  startImport,
} from "#lib/leavers/imports/imports.ts";
import { openRejected } from "#lib/leavers/imports/rejected.ts";
import { decideRows, fixRow, listImportRows } from "#lib/leavers/imports/rows.ts";
import { receiveImportFile } from "#lib/leavers/imports/uploads.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { viewerOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";
import { asHr } from "./as-hr.ts";
import { consent, read, work } from "./imported.ts";

const file = "社員番号,姓,名,退職日\n月1,佐藤月面,健,2020-03-31\n月2,鈴木月面,花子,2020-02-30\n";
const others = "社員番号,姓,名,退職日\n地1,田中,一,2020-03-31\n地2,山田,二,2020-02-30\n";

export const importTenancy: TenancyOf = (database) => {
  let importId = "";
  let written = "";
  let cancelled = "";
  const { ofHr, routeOfHr } = asHr(database);
  return {
    prepare: async () => {
      const yuki = await viewerOf(database, "yuki", "aoba");
      importId = await read(yuki, file);
      written = await read(yuki, file);
      cancelled = await read(yuki, file);
      // What both companies have is nobody's secret: the words for columns, kinds and problems.
      const hannah = await viewerOf(database, "hannah", "larkfield");
      await ofHr((viewer) => read(viewer, others))(hannah);
    },
    calls: {
      "imports/uploads#receiveImportFile": ofHr((viewer) => receiveImportFile(viewer, bodyOf(file))),
      "imports/imports#listImports": ofHr(listImports),
      "imports/imports#findImport": ofHr((viewer) => findImport(viewer, importId)),
      "imports/imports#startImport": ofHr(async (viewer) => {
        const id = await receiveImportFile(viewer, bodyOf(file));
        const { importId } = await startImport(viewer, { files: [{ id, name: "a.csv" }] });
        await cancelImport(viewer, { importId });
      }),
      "imports/imports#mapImport": ofHr(async (viewer) => {
        await mapImport(viewer, { importId, mappings: {}, mailDomains: ["example.org"] });
        await work();
      }),
      "imports/imports#cancelImport": ofHr((viewer) => cancelImport(viewer, { importId: cancelled })),
      "imports/held-imports#withReadyImport": ofHr((viewer) =>
        withReadyImport(viewer, importId, async () => {}),
      ),
      "imports/rows#listImportRows": ofHr((viewer) => listImportRows(viewer, importId, { show: "ALL" })),
      "imports/rows#decideRows": ofHr((viewer) =>
        decideRows(viewer, { importId, places: "all", decision: null }),
      ),
      "imports/rows#fixRow": ofHr((viewer) => fixRow(viewer, { importId, place: 1, values: {} })),
      "imports/rejected#openRejected": ofHr(async (viewer) =>
        (await openRejected(viewer, importId)).body.cancel(),
      ),
      "imports/applying#applyImport": ofHr(async (viewer) => {
        await applyImport(viewer, { importId: written, ...consent });
        await work();
      }),
      "imports/applying#undoImport": ofHr((viewer) => undoImport(viewer, { importId: written })),
    },
    ownAnswers: [
      "imports/uploads#receiveImportFile",
      "imports/imports#listImports",
      "imports/imports#startImport",
    ],
    withoutViewer: [
      "imports/uploads#haveImportFile",
      "imports/held-imports#holdImport",
      "imports/held-imports#refuseImport",
      "imports/held-imports#requireImportId",
      "imports/counts#countRows",
      "imports/counts#countsOf",
      "imports/reading-child#readInChild",
      "imports/reading-steps#readOn",
      "imports/rejected-reasons#wordsIn",
      "imports/row-duplicates#findAlike",
      "imports/row-duplicates#flagAlike",
      "imports/row-fixing#fixOne",
      "imports/writing#writeAll",
    ],
    tables: {},
    routes: {
      "api/c/[company]/leaver-imports/files/route.ts#POST": routeOfHr(async (company) => {
        const { POST } = await import("#app/api/c/[company]/leaver-imports/files/route.ts");
        const request = new Request("http://localhost/", { method: "POST", body: file });
        return POST(request, { params: Promise.resolve({ company }) });
      }),
      "api/c/[company]/leaver-imports/[importId]/rejected/route.ts#GET": routeOfHr(async (company) => {
        const { GET } = await import("#app/api/c/[company]/leaver-imports/[importId]/rejected/route.ts");
        return GET(new Request("http://localhost/"), { params: Promise.resolve({ company, importId }) });
      }),
    },
    ownRoutes: ["api/c/[company]/leaver-imports/files/route.ts#POST"],
  };
};
