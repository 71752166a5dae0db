import "server-only";
import { z } from "zod";
import { localeSchema, type Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { requireHr } from "#lib/leavers/hr.ts";
import type { Selection } from "#lib/leavers/record-input.ts";
import { grounds } from "#lib/leavers/schema.ts";
import { findSelected } from "#lib/leavers/selection.ts";
import { sqlRows } from "#lib/sql.ts";
import type { InvitationLocale } from "./input.ts";
import { invitationMail } from "./mail.ts";
import { invitationDays, maxReminders, reminderPauseDays } from "./policy.ts";
import type { InvitationPreview, InvitationWords } from "./schema.ts";

/** What a link and a code look like that lead nowhere. */
const example = { token: "0".repeat(26), code: "123456" };
const day = 24 * 60 * 60 * 1000;

/**
 * For HR: the mail as one of these leavers would get it, first of those who would; without any, the last whose record was made. In `words`, or what the
 * company says by now. Its link leads nowhere. Throws as `countInvitable`, and NotFound where there is nobody to show it for.
 */
export async function previewInvitation(
  viewer: Viewer,
  { of, locale, words }: { of: Selection | null; locale: InvitationLocale; words: InvitationWords | null },
  today: string,
): Promise<InvitationPreview> {
  requireHr(viewer);
  const [found] = await withViewer(viewer, async (tx) => {
    const ids = of && (await findSelected(tx, of, today));
    return sqlRows(tx, previewRow)`
      SELECT w.locale, l.mail, l.family_name, l.given_name, l.joined_on::text, l.left_on::text, l.department, l.ground::text, l.ground_on::text,
          l.ground_document, CASE w.locale WHEN 'ja' THEN c.name ELSE c.name_en END AS company, c.accent_hue, s.name AS sender, s.postal_address, s.contact,
          x.subject, x.body
        FROM leavers l CROSS JOIN LATERAL (SELECT mail_locale(${locale}, l) AS locale) w JOIN companies c ON c.id = l.company_id
          LEFT JOIN company_senders s ON s.company_id = l.company_id LEFT JOIN invitation_texts x ON x.company_id = l.company_id AND x.locale = w.locale
        WHERE l.company_id = ${viewer.companyId}::uuid AND l.id = invitation_example(${ids}::uuid[], ${maxReminders}::int, ${reminderPauseDays}::int)`;
  });
  if (!found) throw new NotFound();
  const { familyName, givenName, joinedOn, leftOn, department, subject, body } = found;
  const own = subject !== null && body !== null ? { subject, body } : null;
  const mail = await invitationMail({
    ...example,
    to: found.mail ?? "",
    locale: found.locale,
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
  locale: localeSchema,
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
