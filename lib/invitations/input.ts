import { z } from "zod";
import { locales } from "#lib/auth/schema.ts";
import { isBlank } from "#lib/blank.ts";
import { selectionSchema } from "#lib/leavers/record-input.ts";
import { maxInvitationLength } from "./policy.ts";
import { brokenPlaceholder } from "./words.ts";

/** One language for all, or each by the letters of their name. */
const invitationLocales = [...locales, "each"] as const;
export type InvitationLocale = (typeof invitationLocales)[number];
const invitationLocale = z.enum(invitationLocales);
const leaverId = z.uuid();

export const countedInvitationsSchema = z.object({ of: selectionSchema });
export const sentInvitationsSchema = z.object({
  of: selectionSchema,
  locale: invitationLocale,
  count: z.int().min(1),
});
export const resentInvitationSchema = z.object({ leaverId, locale: invitationLocale });

const said = (max: number) =>
  z
    .string()
    .transform((text) => text.toWellFormed().trim())
    .pipe(z.string().max(max, { error: "too-long" }))
    .refine((text) => !isBlank(text), { error: "blank" });
const withPlaceholders = (max: number) =>
  said(max).refine((text) => brokenPlaceholder(text) === null, { error: "placeholder" });

const wordsSchema = z.object({
  subject: withPlaceholders(maxInvitationLength.subject).refine((text) => !/[\r\n]/.test(text), {
    error: "one-line",
  }),
  body: withPlaceholders(maxInvitationLength.body),
});
/** What is seen may be none. */
const seenWords = z.object({ subject: z.string(), body: z.string() }).nullable();
export const writtenInvitationTextSchema = z.object({
  locale: z.enum(locales),
  before: seenWords,
  after: wordsSchema.nullable(),
});
export const previewedInvitationSchema = z.object({
  of: selectionSchema.nullable(),
  locale: invitationLocale,
  words: wordsSchema.nullable(),
});

const senderSchema = z.object({
  name: said(maxInvitationLength.name),
  postalAddress: said(maxInvitationLength.postalAddress),
  contact: said(maxInvitationLength.contact),
});
export const writtenSenderSchema = z.object({
  before: z.object({ name: z.string(), postalAddress: z.string(), contact: z.string() }).nullable(),
  after: senderSchema,
});
