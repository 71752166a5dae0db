import { z } from "zod";

/**
 * A mail address as an account carries it. Refuses what mail programs read as several addresses or as another one: quotes,
 * commas, and an @ that only looks like one.
 */
export const emailSchema = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^＠﹫]*$/)
  .transform((text) => text.normalize("NFKC").toLowerCase())
  .pipe(
    z
      .email()
      .max(254)
      .regex(/^[^,;:"'<>()\s]+$/),
  );

/** The code of a mail, however it was typed: spaces and full-width digits make no difference. */
export const codeSchema = z
  .string()
  .transform((text) => text.normalize("NFKC").replace(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "code"));

export const locales = ["ja", "en"] as const;
export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;

export const colorSchemes = ["SYSTEM", "LIGHT", "DARK"] as const;
export const colorSchemeSchema = z.enum(colorSchemes);
export type ColorScheme = z.infer<typeof colorSchemeSchema>;

/** A time zone by any name that the tz database has or had for it: browsers differ in how new theirs is. */
const timeZoneSchema = z
  .string()
  .regex(/^(?:UTC|[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)+)$/)
  .refine(isTimeZone);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What an account chooses for itself; what is left out stays. */
export const preferencesSchema = z.object({
  locale: localeSchema.optional(),
  timeZone: timeZoneSchema.optional(),
  colorScheme: colorSchemeSchema.optional(),
});

export type Preferences = z.infer<typeof preferencesSchema>;

/** The one who is signed in, before any company is named. */
export type Account = {
  sessionId: string;
  userId: string;
  email: string;
  locale: Locale;
  timeZone: string;
  colorScheme: ColorScheme;
  sample: boolean;
};

export const memberKinds = ["ALUMNUS", "EMPLOYEE"] as const;
export type MemberKind = (typeof memberKinds)[number];
const memberRoles = ["MEMBER", "HR_ADMIN", "OWNER"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** An account's place in an active company, which it belongs to or is invited to. */
export const membershipSchema = z.object({
  companyId: z.uuid(),
  memberId: z.uuid(),
  status: z.enum(["INVITED", "ACTIVE"]),
  kind: z.enum(memberKinds),
  role: z.enum(memberRoles),
  /** Whether they have been through what one is asked on coming in. */
  welcomed: z.boolean(),
  slug: z.string(),
  name: z.string(),
  nameEn: z.string(),
  accentHue: z.int(),
});
export type Membership = z.infer<typeof membershipSchema>;

/** The member who asks: every domain function's first argument. */
export type Viewer = {
  userId: string;
  sessionId: string;
  companyId: string;
  memberId: string;
  kind: MemberKind;
  role: MemberRole;
};
