import { newId } from "#lib/ids.ts";
import { facetsOf } from "#lib/people/facets.ts";
import { type NameParts, sortKey } from "#lib/people/names.ts";
import { searchDoc } from "#lib/people/search-text.ts";
import type { TestDatabase } from "#tests/support/database.ts";

type Newcomer = NameParts & {
  kind?: "ALUMNUS" | "EMPLOYEE";
  status?: "INVITED" | "ACTIVE" | "SUSPENDED";
  department?: string;
  headline?: string;
};

/** Puts somebody into a company and returns their member and user ids; findable whatever their status. */
export async function addNewcomer(
  database: TestDatabase,
  slug: string,
  { kind = "ALUMNUS", status = "ACTIVE", department = "総務部", headline, ...name }: Newcomer,
): Promise<{ memberId: string; userId: string }> {
  const [memberId, userId] = [newId(), newId()];
  await database.asOwner("INSERT INTO users (id, email) VALUES ($1, $2)", [userId, `${userId}@example.com`]);
  await database.asOwner(
    `INSERT INTO members (company_id, id, user_id, kind, status)
      SELECT id, $1, $2, $3, $4 FROM companies WHERE slug = $5`,
    [memberId, userId, kind, status, slug],
  );
  await database.asOwner(
    `INSERT INTO profiles (company_id, member_id, family_name, given_name, family_name_kana, given_name_kana, sort_key,
        joined_on, department, headline, purposes, skills)
      SELECT id, $1, $2, $3, $4, $5, $6, '2010-04-01', $7, $8, '{}', '{}' FROM companies WHERE slug = $9`,
    [
      memberId,
      name.familyName,
      name.givenName,
      name.familyNameKana,
      name.givenNameKana,
      sortKey(name),
      department,
      headline,
      slug,
    ],
  );
  await database.asOwner(
    `INSERT INTO search_docs (company_id, member_id, viewer_kind, doc, facets)
      SELECT id, $1, kind, $2, $3 FROM companies, unnest(enum_range(NULL::"ViewerKind")) kind WHERE slug = $4`,
    [
      memberId,
      searchDoc({ ...name, department, headline }),
      facetsOf({ department, joinedOn: "2010-04-01" }),
      slug,
    ],
  );
  return { memberId, userId };
}
