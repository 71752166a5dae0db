import "server-only";
import { z } from "zod";
import type { Locale, Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { requireHr } from "#lib/leavers/hr.ts";
import { grounds } from "#lib/leavers/schema.ts";
import { sqlRows } from "#lib/sql.ts";
import { invitationMail } from "./mail.ts";
import { invitationDays } from "./policy.ts";
import type { InvitationPreview, InvitationWords } from "./schema.ts";

/** What a link and a code look like that lead nowhere. */
const example = { token: "0".repeat(26), code: "123456" };
const day = 24 * 60 * 60 * 1000;

/**
 * For HR: the mail as this leaver would get it, or the last whose record was made, in `words` or what the company says by now. Its link leads nowhere.
 * Throws NotFound where there is nobody to show it for, and for anybody else.
 */
export async function previewInvitation(
  viewer: Viewer,
  { leaverId, locale, words }: { leaverId: string | null; locale: Locale; words: InvitationWords | null },
): Promise<InvitationPreview> {
  requireHr(viewer);
  const [found] = await readAs(
    viewer,
    (tx) => sqlRows(tx, previewRow)`
      SELECT l.mail, l.family_name, l.given_name, l.joined_on::text, l.left_on::text, l.department, l.ground::text, l.ground_on::text, l.ground_document,
          CASE ${locale} WHEN 'ja' THEN c.name ELSE c.name_en END AS company, c.accent_hue, s.name AS sender, s.postal_address, s.contact, x.subject, x.body
        FROM leavers l JOIN companies c ON c.id = l.company_id LEFT JOIN company_senders s ON s.company_id = l.company_id
          LEFT JOIN invitation_texts x ON x.company_id = l.company_id AND x.locale = ${locale}
        WHERE l.company_id = ${viewer.companyId}::uuid AND (${leaverId}::uuid IS NULL OR l.id = ${leaverId}::uuid) AND NOT l.deceased
        ORDER BY l.mail IS NULL, l.created_at DESC, l.id LIMIT 1`,
  );
  if (!found) throw new NotFound();
  const { familyName, givenName, joinedOn, leftOn, department, subject, body } = found;
  const own = subject !== null && body !== null ? { subject, body } : null;
  const mail = await invitationMail({
    ...example,
    to: found.mail ?? "",
    locale,
    company: { name: found.company, hue: found.accentHue },
    person: { familyName, givenName, joinedOn: joinedOn ?? "", leftOn: leftOn ?? "", department },
    ground: { kind: found.ground ?? "NOTICE", on: found.groundOn, document: found.groundDocument },
    sender: {
      name: found.sender ?? "",
      postalAddress: found.postalAddress ?? "",
      contact: found.contact ?? "",
    },
    words: words ?? own,
    reminder: false,
    expiresAt: new Date(Date.now() + invitationDays * day),
  });
  return { to: mail.to, subject: mail.subject, html: mail.html };
}

const text = z.string().nullable();
const previewRow = z.object({
  mail: text,
  familyName: z.string(),
  givenName: z.string(),
  joinedOn: text,
  leftOn: text,
  department: text,
  ground: z.enum(grounds).nullable(),
  groundOn: text,
  groundDocument: text,
  company: z.string(),
  accentHue: z.int(),
  sender: text,
  postalAddress: text,
  contact: text,
  subject: text,
  body: text,
});
