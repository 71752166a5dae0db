import {
  countInvitable,
  inviteLeavers,
  resendInvitation,
  revokeInvitations,
} from "#lib/invitations/inviting.ts";
import { previewInvitation } from "#lib/invitations/preview.ts";
import { countInvitations, findInvitation } from "#lib/invitations/reading.ts";
import { findInvitationTexts, writeInvitationText, writeSender } from "#lib/invitations/texts.ts";
import { asHr } from "#tests/leavers/as-hr.ts";
import { viewerOf } from "#tests/support/people.ts";
import type { TenancyOf } from "#tests/tenancy/lists.ts";
import { addInvitable, today } from "./invited.ts";

const anInvitation = `INSERT INTO invitations (company_id, leaver_id, state, invited_by_id, expires_at)
  SELECT company_id, id, 'SENT', id, now() + interval '1 day' FROM leavers WHERE id NOT IN (SELECT leaver_id FROM invitations) LIMIT 1`;
const sender = { name: "人事部", postalAddress: "東京都", contact: "a@example.com" };
const words = { subject: "件名", body: "本文" };

export const tenancy: TenancyOf = (database) => {
  const { ofHr } = asHr(database);
  let leaverId = "";
  const of = () => ({ of: { ids: [leaverId] } });
  return {
    prepare: async () => {
      const hr = await viewerOf(database, "yuki", "aoba");
      await database.asOwner("DELETE FROM company_senders");
      await writeSender(hr, { before: null, after: sender });
      const rachel = await viewerOf(database, "rachel", "larkfield");
      await writeSender(rachel, { before: null, after: sender });
      leaverId = await addInvitable(hr, "invited@example.net");
      await inviteLeavers(hr, { ...of(), locale: "ja", count: 1 }, today);
    },
    calls: {
      "inviting#countInvitable": ofHr((viewer) => countInvitable(viewer, of(), today)),
      "inviting#inviteLeavers": ofHr(async (viewer) => {
        const { invite, remind } = await countInvitable(viewer, of(), today);
        return inviteLeavers(viewer, { ...of(), locale: "ja", count: invite + remind }, today);
      }),
      "inviting#resendInvitation": ofHr(async (viewer) => {
        await database.asOwner("UPDATE invitation_mails SET state = 'SENT' WHERE leaver_id = $1", [leaverId]);
        return resendInvitation(viewer, { leaverId, locale: "ja" });
      }),
      "inviting#revokeInvitations": ofHr((viewer) => revokeInvitations(viewer, of(), today)),
      "preview#previewInvitation": ofHr((viewer) =>
        previewInvitation(viewer, { ...of(), locale: "ja", words: null }, today),
      ),
      "reading#findInvitation": ofHr((viewer) => findInvitation(viewer, leaverId)),
      "reading#countInvitations": ofHr(countInvitations),
      "texts#findInvitationTexts": ofHr(findInvitationTexts),
      "texts#writeInvitationText": ofHr((viewer) =>
        writeInvitationText(viewer, { locale: "ja", before: words, after: words }),
      ),
      "texts#writeSender": ofHr((viewer) =>
        writeSender(viewer, { before: sender, after: { ...sender, name: "総務部" } }),
      ),
    },
    ownAnswers: [
      "inviting#countInvitable",
      "inviting#inviteLeavers",
      "inviting#revokeInvitations",
      "reading#countInvitations",
      "texts#findInvitationTexts",
      "texts#writeInvitationText",
      "texts#writeSender",
    ],
    withoutViewer: [
      "bounce-address#bounceAddressOf",
      "bounce-address#bouncedMailOf",
      "bounces#takeBounce",
      "links#newInvitationToken",
      "links#invitationTokenHash",
      "links#invitationCodeHash",
      "mail#invitationMail",
      "mail#standardWords",
      "sending#sendDueInvitations",
    ],
    tables: {
      invitations: anInvitation,
      invitation_links: `WITH own AS (${anInvitation} RETURNING company_id, leaver_id)
        INSERT INTO invitation_links (token_hash, code_hash, mail_id, company_id, leaver_id) SELECT '\\x01', '', leaver_id, company_id, leaver_id FROM own`,
      invitation_mails: `WITH own AS (${anInvitation} RETURNING company_id, leaver_id)
        INSERT INTO invitation_mails (company_id, id, leaver_id, locale) SELECT company_id, gen_random_uuid(), leaver_id, 'ja' FROM own`,
      invitation_texts: `INSERT INTO invitation_texts (company_id, locale, subject, body, changed_by_id) SELECT company_id, 'ja', 's', 'b', id FROM members LIMIT 1`,
      company_senders: null,
      leaver_refusals: `INSERT INTO leaver_refusals (company_id, id, hashes) SELECT id, gen_random_uuid(), '{}' FROM companies LIMIT 1`,
      leaver_refusal_keys: `INSERT INTO leaver_refusal_keys (company_id, key) SELECT id, '\\x01' FROM companies LIMIT 1`,
    },
  };
};
