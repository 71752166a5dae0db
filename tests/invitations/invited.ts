import type { Viewer } from "#lib/auth/schema.ts";
import type { TypedLeaver } from "#lib/leavers/record-input.ts";
import { addOne } from "#tests/leavers/leavers.ts";
import type { TestDatabase } from "#tests/support/database.ts";

export const today = "2026-12-01";

/** Somebody who may be invited, entered by hand; their id. */
export function addInvitable(hr: Viewer, mail: string, part: Partial<TypedLeaver> = {}): Promise<string> {
  return addOne(hr, {
    familyName: "青木",
    givenName: "遥",
    mail,
    joinedOn: "2012-04-01",
    leftOn: "2020-03-31",
    ground: "NOTICE",
    groundOn: "2020-03-01",
    groundDocument: "退職時のご案内",
    ...part,
  });
}

/** No leavers, and all that a company has to say before it invites. */
export async function beginInviting(database: TestDatabase): Promise<void> {
  await database.asOwner("DELETE FROM leavers");
  await database.asOwner("DELETE FROM leaver_refusals");
  await database.asOwner("DELETE FROM invitation_texts");
  await database.asOwner("DELETE FROM company_senders");
  await database.asOwner(`INSERT INTO company_senders (company_id, name, postal_address, contact)
    SELECT id, '人事部', '東京都千代田区1-1', 'jinji@example.com' FROM companies WHERE slug = 'aoba'`);
}
