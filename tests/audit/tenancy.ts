import { listLooks } from "#lib/audit/looks.ts";
import { noteCorrectionLooks, noteFinds, noteProfileLook } from "#lib/audit/noting.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { memberIdOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";

export const tenancy: TenancyOf = (database) => {
  let memberId = "";
  const query = directoryQuerySchema.parse({ open: "REHIRE" });
  return {
    prepare: async () => {
      memberId = await memberIdOf(database, "kosaku", "aoba");
    },
    calls: {
      "looks#listLooks": (viewer) => listLooks(viewer),
      // As one who says to be of HR: the database knows better.
      "noting#noteProfileLook": (viewer) => noteProfileLook({ ...viewer, role: "OWNER" }, memberId),
      "noting#noteCorrectionLooks": (viewer) => noteCorrectionLooks({ ...viewer, role: "OWNER" }, [memberId]),
      "noting#noteFinds": (viewer) => noteFinds({ ...viewer, role: "OWNER" }, query, [memberId]),
    },
    ownAnswers: [
      "looks#listLooks",
      "noting#noteProfileLook",
      "noting#noteCorrectionLooks",
      "noting#noteFinds",
    ],
    // In the transaction of a takeout, which is entered as its member.
    withoutViewer: ["noting#tellUnnoted", "looks#readLooks"],
    tables: {
      audit_entries:
        "INSERT INTO audit_entries (company_id, id, actor_id, subject_id, action, matter) SELECT company_id, gen_random_uuid(), id, id, 'LOOKED', 'RECORD' FROM members LIMIT 1",
    },
  };
};
