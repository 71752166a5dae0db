import { findDeskStart } from "#lib/leavers/desk-start.ts";
import { countExpiring, findKeeping, keepLeavers } from "#lib/leavers/keeping.ts";
import { listPurposes, writePurpose } from "#lib/leavers/purposes.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";
import { asHr } from "./as-hr.ts";
import { importTenancy } from "./import-tenancy.ts";
import { recordTenancy } from "./record-tenancy.ts";

const anImport = `INSERT INTO leaver_imports (company_id, id, started_by_id) SELECT company_id, gen_random_uuid(), id FROM members LIMIT 1`;
const purpose = { ja: "再会のため", en: null };

export const tenancy: TenancyOf = (database) => {
  const { ofHr } = asHr(database);
  const [imports, records] = [importTenancy(database), recordTenancy(database)];
  return {
    prepare: async () => {
      await imports.prepare?.();
      await records.prepare?.();
    },
    calls: {
      ...imports.calls,
      ...records.calls,
      "desk-start#findDeskStart": ofHr(findDeskStart),
      "purposes#listPurposes": ofHr(listPurposes),
      "purposes#writePurpose": ofHr((viewer) => writePurpose(viewer, { before: purpose, after: purpose })),
      "keeping#findKeeping": ofHr(findKeeping),
      "keeping#countExpiring": ofHr((viewer) => countExpiring(viewer, { months: 12 })),
      "keeping#keepLeavers": ofHr((viewer) => keepLeavers(viewer, { months: 12 })),
    },
    ownAnswers: [
      ...imports.ownAnswers,
      ...records.ownAnswers,
      "desk-start#findDeskStart",
      "purposes#listPurposes",
      "purposes#writePurpose",
      "keeping#findKeeping",
      "keeping#countExpiring",
      "keeping#keepLeavers",
    ],
    withoutViewer: [
      ...imports.withoutViewer,
      ...records.withoutViewer,
      "expiry#expireLeavers",
      "selection#findSelected",
      "taken#findTaken",
    ],
    tables: {
      company_purposes: null,
      leaver_expiries:
        "INSERT INTO leaver_expiries (company_id, day, people) SELECT id, current_date, 1 FROM companies LIMIT 1",
      leavers: `INSERT INTO leavers (company_id, id, family_name, given_name, sort_key)
        SELECT id, gen_random_uuid(), '佐藤', '健', 'さとう けん' FROM companies LIMIT 1`,
      leaver_imports: anImport,
      leaver_import_files: `WITH own AS (${anImport} RETURNING company_id, id)
        INSERT INTO leaver_import_files (company_id, import_id, place, name, cells) SELECT company_id, id, 0, 'a.csv', '' FROM own`,
      leaver_import_rows: `WITH own AS (${anImport} RETURNING company_id, id)
        INSERT INTO leaver_import_rows (company_id, import_id, place, person, rows) SELECT company_id, id, 1, '{}', '[]' FROM own`,
      leaver_import_changes: `WITH own AS (${anImport} RETURNING company_id, id)
        INSERT INTO leaver_import_changes (company_id, import_id, leaver_id, after) SELECT company_id, id, gen_random_uuid(), '{}' FROM own`,
      leaver_mappings: `INSERT INTO leaver_mappings (company_id, fingerprint, mapping) SELECT id, 'a', '{}' FROM companies LIMIT 1`,
    },
    routes: { ...imports.routes, ...records.routes },
    ownRoutes: [...(imports.ownRoutes ?? []), ...(records.ownRoutes ?? [])],
  };
};
