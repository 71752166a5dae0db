import { people } from "#prisma/world.ts";
import type { Joined } from "./people-rows.ts";
import { talkers } from "./talkers.ts";

type RehireContactRow = { companyId: string; memberId: string; contactId: string };

/** To whom alone somebody shows that they would come back. */
export function makeRehireContacts(joined: readonly Joined[]): RehireContactRow[] {
  return joined.flatMap(({ email, row: { companyId, id } }) => {
    const contact = talkers[email]?.comingBack?.shownTo;
    const found = joined.find(
      (one) => one.row.companyId === companyId && contact && one.email === people[contact].email,
    );
    return found ? [{ companyId, memberId: id, contactId: found.row.id }] : [];
  });
}
