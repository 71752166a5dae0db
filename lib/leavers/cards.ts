import "server-only";
import { z } from "zod";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRows } from "#lib/sql.ts";
import { type InvitationStatus, invitationStatuses } from "./list-policy.ts";
import type { LeaverCard } from "./schema.ts";

const cardRow = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  familyName: z.string(),
  givenName: z.string(),
  familyNameKana: z.string().nullable(),
  givenNameKana: z.string().nullable(),
  joinedOn: z.string().nullable(),
  leftOn: z.string().nullable(),
  department: z.string().nullable(),
  title: z.string().nullable(),
  employment: z.string().nullable(),
  mail: z.string().nullable(),
  deceased: z.boolean(),
  tags: z.array(z.string()),
  hasGround: z.boolean(),
  invitation: z.enum(invitationStatuses).nullable(),
});

/** A leaver in the list. */
export type ListedLeaver = LeaverCard & {
  employment: string | null;
  hasGround: boolean;
  /** Null for who is a member by another way, or died. */
  invitation: InvitationStatus | null;
};

/** Those leavers of the transaction's company who have these ids, in the order of these. */
export async function findCards(tx: ReadTx, ids: readonly string[]): Promise<ListedLeaver[]> {
  const rows = await sqlRows(tx, cardRow)`
    SELECT id, number, family_name, given_name, family_name_kana, given_name_kana, joined_on::text, left_on::text, department, title, employment, mail,
        deceased, tags, ground IS NOT NULL AS has_ground, coalesce((SELECT invitation_status(i) FROM invitations i
          WHERE i.company_id = leavers.company_id AND i.leaver_id = leavers.id), CASE WHEN member_id IS NULL AND NOT deceased THEN 'none' END) AS invitation
      FROM leavers WHERE company_id = (SELECT app_company_id()) AND id = ANY (${ids}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
