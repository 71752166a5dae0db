import type { Viewer } from "#lib/auth/schema.ts";
import { listLeaverChoices, listLeavers } from "#lib/leavers/list.ts";
import { leaverQuerySchema } from "#lib/leavers/list-query.ts";
import { findLeaver } from "#lib/leavers/record.ts";
import { eraseLeavers, groundLeavers, restoreGrounds, tagLeavers } from "#lib/leavers/selection.ts";
import { listLeaverRows } from "#lib/leavers/table.ts";
import { addLeaver, mergeLeavers, writeLeaver } from "#lib/leavers/writing.ts";
import { viewerOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";
import { addOne, today, typedLeaver } from "./leavers.ts";

const noGround = { ground: null, groundOn: null, groundDocument: null };

export const tenancy: TenancyOf = (database) => {
  let kept = "";
  let other = "";
  let spare = "";
  const query = leaverQuerySchema.parse({});
  /** With everybody of HR where they are a member. */
  const amongHr = async <T>(call: () => Promise<T>): Promise<T> => {
    const become = (role: string, was: string) =>
      database.asOwner('UPDATE members SET role = $1::"MemberRole" WHERE role = $2::"MemberRole"', [
        role,
        was,
      ]);
    await become("HR_ADMIN", "MEMBER");
    try {
      return await call();
    } finally {
      await become("MEMBER", "HR_ADMIN");
      await database.asOwner(
        "UPDATE members SET role = 'HR_ADMIN' WHERE user_id = (SELECT id FROM users WHERE email = 'yuki@example.com')",
      );
    }
  };
  const asHr = (call: (viewer: Viewer) => Promise<unknown>) => (viewer: Viewer) =>
    amongHr(() => call({ ...viewer, role: "HR_ADMIN" }));
  const of = () => ({ of: { ids: [spare] } });
  return {
    prepare: async () => {
      const hr = await viewerOf(database, "yuki", "aoba");
      kept = await addOne(hr, { number: "9001", familyName: "青柳", department: "退職者の部署" });
      other = await addOne(hr, { number: "9002", familyName: "青木" });
      spare = await addOne(hr, { number: "9003", familyName: "青山" });
    },
    calls: {
      "list#listLeavers": asHr((viewer) => listLeavers(viewer, query, today)),
      "list#listLeaverChoices": asHr((viewer) =>
        listLeaverChoices(viewer, query, "department", { typed: "", today }),
      ),
      "record#findLeaver": asHr((viewer) => findLeaver(viewer, kept)),
      "writing#addLeaver": asHr((viewer) => addLeaver(viewer, { typed: typedLeaver({}) }, today)),
      "writing#writeLeaver": asHr((viewer) =>
        writeLeaver(viewer, { id: kept, version: 1, typed: typedLeaver({ number: "9001" }) }, today),
      ),
      "writing#mergeLeavers": asHr((viewer) =>
        mergeLeavers(
          viewer,
          { kept: { id: kept, version: 1 }, other: { id: other, version: 1 }, typed: typedLeaver({}) },
          today,
        ),
      ),
      "selection#tagLeavers": asHr((viewer) => tagLeavers(viewer, { ...of(), tag: "x", on: true }, today)),
      "selection#groundLeavers": asHr((viewer) =>
        groundLeavers(viewer, { ...of(), ground: noGround }, today),
      ),
      "selection#restoreGrounds": asHr((viewer) =>
        restoreGrounds(viewer, { before: [{ ...noGround, ids: [spare] }] }),
      ),
      "selection#eraseLeavers": asHr((viewer) => eraseLeavers(viewer, of(), today)),
      "table#listLeaverRows": asHr((viewer) => listLeaverRows(viewer, { ids: [kept] }, today)),
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
      "api/c/[company]/leavers/choices/route.ts#GET": async (company) => {
        const { GET } = await import("#app/api/c/[company]/leavers/choices/route.ts");
        const request = new Request("http://localhost/?dimension=department");
        return amongHr(() => GET(request, { params: Promise.resolve({ company }) }));
      },
      "api/c/[company]/leavers/table/route.ts#POST": async (company) => {
        const { POST } = await import("#app/api/c/[company]/leavers/table/route.ts");
        const request = new Request("http://localhost/", { method: "POST", body: `ids=${kept}` });
        return amongHr(() => POST(request, { params: Promise.resolve({ company }) }));
      },
    },
    ownRoutes: [
      "api/c/[company]/leavers/choices/route.ts#GET",
      "api/c/[company]/leavers/table/route.ts#POST",
    ],
    withoutViewer: ["cards#findCards", "hr#requireHr", "record#findRecord"],
    tables: {
      leavers:
        "INSERT INTO leavers (company_id, id, family_name, given_name, sort_key) SELECT company_id, gen_random_uuid(), 'x', 'x', 'x' FROM members LIMIT 1",
      leaver_imports:
        "INSERT INTO leaver_imports (company_id, id, started_by_id) SELECT company_id, gen_random_uuid(), id FROM members LIMIT 1",
      leaver_import_files:
        "INSERT INTO leaver_import_files (company_id, import_id, place, name, cells) SELECT company_id, id, 1, 'x', '' FROM leaver_imports LIMIT 1",
      leaver_import_rows:
        "INSERT INTO leaver_import_rows (company_id, import_id, place, person, rows) SELECT company_id, id, 1, '{}', '[]' FROM leaver_imports LIMIT 1",
      leaver_import_changes:
        "INSERT INTO leaver_import_changes (company_id, import_id, leaver_id, after) SELECT company_id, id, id, '{}' FROM leaver_imports LIMIT 1",
      leaver_mappings:
        "INSERT INTO leaver_mappings (company_id, fingerprint, mapping) SELECT company_id, 'x', '{}' FROM members LIMIT 1",
    },
  };
};
