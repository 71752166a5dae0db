import { listLeaverChoices, listLeavers } from "#lib/leavers/list.ts";
import { leaverQuerySchema } from "#lib/leavers/list-query.ts";
import { findLeaver } from "#lib/leavers/record.ts";
import { eraseLeavers, groundLeavers, restoreGrounds, tagLeavers } from "#lib/leavers/selection.ts";
import { listLeaverRows } from "#lib/leavers/table.ts";
import { addLeaver, mergeLeavers, writeLeaver } from "#lib/leavers/writing.ts";
import { viewerOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";
import { asHr } from "./as-hr.ts";
import { addOne, today } from "./leavers.ts";
import { typedLeaver } from "./typed.ts";

const noGround = { ground: null, groundOn: null, groundDocument: null };

export const recordTenancy: TenancyOf = (database) => {
  let kept = "";
  let other = "";
  let spare = "";
  const query = leaverQuerySchema.parse({});
  const { ofHr, routeOfHr } = asHr(database);
  const of = () => ({ of: { ids: [spare] } });
  return {
    prepare: async () => {
      const hr = await viewerOf(database, "yuki", "aoba");
      kept = await addOne(hr, { number: "9001", familyName: "青柳", department: "退職者の部署" });
      other = await addOne(hr, { number: "9002", familyName: "青木" });
      spare = await addOne(hr, { number: "9003", familyName: "青山" });
    },
    calls: {
      "list#listLeavers": ofHr((viewer) => listLeavers(viewer, query, today)),
      "list#listLeaverChoices": ofHr((viewer) =>
        listLeaverChoices(viewer, query, "department", { typed: "", today }),
      ),
      "record#findLeaver": ofHr((viewer) => findLeaver(viewer, kept)),
      "writing#addLeaver": ofHr((viewer) => addLeaver(viewer, { typed: typedLeaver({}) }, today)),
      "writing#writeLeaver": ofHr((viewer) =>
        writeLeaver(viewer, { id: kept, version: 1, typed: typedLeaver({ number: "9001" }) }, today),
      ),
      "writing#mergeLeavers": ofHr((viewer) =>
        mergeLeavers(
          viewer,
          { kept: { id: kept, version: 1 }, other: { id: other, version: 1 }, typed: typedLeaver({}) },
          today,
        ),
      ),
      "selection#tagLeavers": ofHr((viewer) => tagLeavers(viewer, { ...of(), tag: "x", on: true }, today)),
      "selection#groundLeavers": ofHr((viewer) =>
        groundLeavers(viewer, { ...of(), ground: noGround }, today),
      ),
      "selection#restoreGrounds": ofHr((viewer) =>
        restoreGrounds(viewer, { before: [{ ...noGround, ids: [spare] }], set: noGround }),
      ),
      "selection#eraseLeavers": ofHr((viewer) => eraseLeavers(viewer, of(), today)),
      "table#listLeaverRows": ofHr((viewer) => listLeaverRows(viewer, { ids: [kept] }, today)),
    },
    ownAnswers: [
      "list#listLeavers",
      "list#listLeaverChoices",
      "writing#addLeaver",
      "selection#tagLeavers",
      "selection#groundLeavers",
      "selection#restoreGrounds",
      "selection#eraseLeavers",
      "table#listLeaverRows",
    ],
    routes: {
      "api/c/[company]/leavers/choices/route.ts#GET": routeOfHr(async (company) => {
        const { GET } = await import("#app/api/c/[company]/leavers/choices/route.ts");
        const request = new Request("http://localhost/?dimension=department");
        return GET(request, { params: Promise.resolve({ company }) });
      }),
      "api/c/[company]/leavers/table/route.ts#POST": routeOfHr(async (company) => {
        const { POST } = await import("#app/api/c/[company]/leavers/table/route.ts");
        const request = new Request("http://localhost/", { method: "POST", body: `ids=${kept}` });
        return POST(request, { params: Promise.resolve({ company }) });
      }),
    },
    ownRoutes: [
      "api/c/[company]/leavers/choices/route.ts#GET",
      "api/c/[company]/leavers/table/route.ts#POST",
    ],
    withoutViewer: ["cards#findCards", "hr#requireHr", "record#findRecord"],
    tables: {},
  };
};
