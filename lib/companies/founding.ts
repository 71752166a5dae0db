import "server-only";
import { z } from "zod";
import { emailSchema, localeSchema } from "#lib/auth/schema.ts";
import { isBlank } from "#lib/blank.ts";
import { doorKeys } from "#lib/companies/door-keys.ts";
import { slugSchema } from "#lib/companies/schema.ts";
import { Invalid } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { asOwner } from "#lib/owner.ts";
import { sortKey } from "#lib/people/names.ts";

const text = z
  .string()
  .trim()
  .max(120)
  .refine((words) => !isBlank(words));

export const foundingSchema = z.object({
  slug: slugSchema,
  name: text,
  nameEn: text,
  /** What its door is found by besides: what everybody calls it, how it is read. */
  foundBy: z.array(text).max(20).default([]),
  hue: z.coerce.number().int().min(0).max(360).default(45),
  owner: emailSchema,
  familyName: text,
  givenName: text,
  locale: localeSchema.default("ja"),
});
export type Founding = z.infer<typeof foundingSchema>;

/**
 * An operator's command, as the owner of the tables: a new company and, invited as its owner, a first member, who signs in by mail and
 * joins. An account with that address is used; no other company is touched. Throws Invalid when the slug is taken.
 */
export async function foundCompany(ownerUrl: string, founding: Founding): Promise<void> {
  const { slug, name, nameEn, foundBy, hue, owner, familyName, givenName, locale } = founding;
  await asOwner(ownerUrl, ["companies", "users", "members", "profiles"], async (client) => {
    const companyId = newId();
    const made = await client.query(
      `INSERT INTO companies (id, slug, name, name_en, accent_hue, found_by, door_keys) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (slug) DO NOTHING`,
      [companyId, slug, name, nameEn, hue, foundBy, doorKeys(founding)],
    );
    if (made.rowCount === 0) throw new Invalid({ slug: "taken" });
    const account = await client.query(
      `INSERT INTO users (id, email, locale) VALUES ($1, $2, $3) ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id`,
      [newId(), owner, locale],
    );
    const memberId = newId();
    await client.query(
      `INSERT INTO members (company_id, id, user_id, kind, role, status) VALUES ($1, $2, $3, 'EMPLOYEE', 'OWNER', 'INVITED')`,
      [companyId, memberId, account.rows[0].id],
    );
    await client.query(
      `INSERT INTO profiles (company_id, member_id, family_name, given_name, sort_key, joined_on, department)
        VALUES ($1, $2, $3, $4, $5, current_date, '')`,
      [companyId, memberId, familyName, givenName, sortKey({ familyName, givenName })],
    );
  });
}
