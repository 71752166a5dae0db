import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid } from "#lib/errors.ts";
import { findCards } from "#lib/people/cards.ts";
import type { RehireContact } from "#lib/people/input.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import { peopleTerms } from "#lib/people/search-text.ts";
import { findableProfiles } from "#lib/people/visible.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRow, sqlValue } from "#lib/sql.ts";

const maxPeople = 8;
const maxHits = 5000;

/** Whom these words find of those to whom alone the viewer may show that they would come back: employees whom the directory lists, at most 8. */
export async function findContacts(viewer: Viewer, { q }: { q: string }): Promise<{ people: PersonCard[] }> {
  const { terms, sounds } = peopleTerms(q);
  if (terms.length === 0) return { people: [] };
  const { companyId, memberId } = viewer;
  return readAs(viewer, async (tx) => {
    const { ids } = await sqlRow(tx, idsRow)`
      WITH hits AS MATERIALIZED (
        SELECT member_id FROM search_members(${terms}::text[], ${maxHits}::int, ${sounds}::text[], 'EMPLOYEE'))
      SELECT ARRAY(SELECT p.member_id FROM ${findableProfiles} JOIN hits ON hits.member_id = p.member_id
        WHERE p.company_id = ${companyId}::uuid AND p.listed = 'EMPLOYEE' AND p.member_id <> ${memberId}::uuid
        ORDER BY p.sort_key, p.member_id LIMIT ${maxPeople}) AS ids`;
    const cards = await findCards(tx, ids);
    return { people: ids.flatMap((id) => cards.get(id) ?? []) };
  });
}

const idsRow = z.object({ ids: z.array(z.uuid()) });

/** To whom alone the transaction's member shows it; null where it is nobody, or nobody any more. */
export async function findRehireContact(tx: ReadTx): Promise<RehireContact | null> {
  const contactId = await sqlValue(tx, z.uuid().nullable())`SELECT own_rehire_contact()`;
  if (!contactId) return null;
  const card = (await findCards(tx, [contactId])).get(contactId);
  return card ? { memberId: contactId, displayName: card.displayName } : null;
}

/**
 * From now on the transaction's member shows it to this one alone; null: to no single one. Before the own profile is locked. Throws Invalid
 * where that is no employee whom they find.
 */
export async function chooseRehireContact(tx: Tx, contactId: string | null): Promise<void> {
  const chosen = await sqlValue(tx, z.boolean())`SELECT choose_rehire_contact(${contactId}::uuid)`;
  if (!chosen) throw new Invalid({ rehireContact: "unreachable" });
}
