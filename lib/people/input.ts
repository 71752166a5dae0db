import { z } from "zod";
import { isBlank } from "#lib/blank.ts";
import { toHiragana } from "#lib/letters.ts";
import { maxLength, maxLinks, maxSkills } from "#lib/people/policy.ts";
import {
  type Audience,
  type AudienceField,
  audiences,
  purposeSchema,
  rehireAudiences,
} from "#lib/people/schema.ts";

/** What somebody writes of themself, by the sections in which they write it. Empty texts come out as null. */
const sectionSchemas = {
  names: z.object({
    familyName: required("familyName"),
    givenName: required("givenName"),
    familyNameKana: reading("familyNameKana"),
    givenNameKana: reading("givenNameKana"),
    preferredName: optional("preferredName"),
    formerFamilyName: optional("formerFamilyName"),
    formerFamilyNameKana: reading("formerFamilyNameKana"),
  }),
  intro: z.object({ headline: optional("headline"), about: paragraphs("about") }),
  work: z.object({
    employer: optional("employer"),
    employerTitle: optional("employerTitle"),
    industry: optional("industry"),
    work: optional("work"),
  }),
  area: z.object({ area: optional("area") }),
  purposes: z.object({
    /** Those that one is open to, each with a line about it. */
    purposes: z.array(z.object({ purpose: purposeSchema, note: optional("note") })).max(10),
  }),
  skills: z.object({ skills: texts("skill", maxSkills) }),
  links: z.object({ links: z.array(link()).transform(withoutEmpty).pipe(atMost(maxLinks)) }),
};
export type Sections = { [Name in keyof typeof sectionSchemas]: z.output<(typeof sectionSchemas)[Name]> };

/** All of one's own profile. Dates are days, YYYY-MM-DD. */
export type OwnProfile = {
  sections: Sections;
  /** What HR recorded. */
  recorded: { department: string; title: string | null; joinedOn: string; leftOn: string | null };
  audiences: Record<AudienceField, Audience>;
  /** The name of their photo. */
  photo: string | null;
  /** The directory does not list them. */
  unlisted: boolean;
};

/** A section as it was when its owner began to write, and as it is to be. */
export const writtenSchema = z.discriminatedUnion("section", [
  written("names"),
  written("intro"),
  written("work"),
  written("area"),
  written("purposes"),
  written("skills"),
  written("links"),
]);
export type Written = z.output<typeof writtenSchema>;

const audience = z.enum(audiences).optional();
const audiencesSchema = z.object({
  headline: audience,
  about: audience,
  tenure: audience,
  department: audience,
  formerName: audience,
  work: audience,
  area: audience,
  purposes: audience,
  rehire: z.enum(rehireAudiences).optional(),
  skills: audience,
  links: audience,
  photo: audience,
} satisfies Record<AudienceField, z.ZodType>);

/** Who may see what, and whether one is listed; what is left out stays. */
export const visibilitySchema = z.object({
  audiences: audiencesSchema.optional(),
  unlisted: z.boolean().optional(),
});

/** Whether one is still where one wrote; `back`: when one was asked before, to undo an answer. */
export const answeredSchema = z.object({ back: z.iso.datetime().optional() });

const searchName = required("searchName");

/** A search to be saved. Where one was in its answer is left out. */
export const savedSearchSchema = z.object({
  name: searchName,
  query: z
    .string()
    .max(maxLength.searchQuery, { error: "tooLong" })
    .transform((text) => {
      const parameters = new URLSearchParams(text.toWellFormed().replaceAll("\0", ""));
      for (const place of ["from", "after"]) parameters.delete(place);
      return parameters.toString();
    })
    .pipe(z.string().min(1, { error: "required" })),
  /** Whether it tells of whom it finds anew: of one that was taken away and comes back. */
  watched: z.boolean().default(false),
});
export const watchedSearchSchema = z.object({ id: z.uuid(), watched: z.boolean() });
export const renamedSearchSchema = z.object({ id: z.uuid(), name: searchName });
export const removedSearchSchema = z.object({ id: z.uuid() });

function written<Name extends keyof typeof sectionSchemas>(name: Name) {
  // What stood there may be older than these rules, and is only compared.
  return z.object({ section: z.literal(name), before: z.unknown(), after: sectionSchemas[name] });
}

type Field = keyof typeof maxLength;

/** One line; what cannot be seen is left out of it. */
function line(field: Field) {
  return z
    .string()
    .transform((text) =>
      isBlank(text)
        ? ""
        : text.toWellFormed().normalize("NFC").replace(control, " ").replace(/ +/g, " ").trim(),
    )
    .pipe(z.string().max(maxLength[field], { error: "tooLong" }));
}

const control = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

function orNull(text: string): string | null {
  return text || null;
}

function optional(field: Field) {
  return line(field)
    .nullable()
    .transform((text) => orNull(text ?? ""));
}

function required(field: Field) {
  return line(field).pipe(z.string().min(1, { error: "required" }));
}

/** Kana of either kind, which is kept as hiragana. */
function reading(field: Field) {
  return line(field)
    .nullable()
    .transform((text) => toHiragana(text ?? ""))
    .pipe(z.string().regex(/^[ぁ-ゖー・ ]*$/, { error: "notKana" }))
    .transform(orNull);
}

function paragraphs(field: Field) {
  return z
    .string()
    .nullable()
    .transform((text) => (text === null || isBlank(text) ? "" : tidyLines(text)))
    .pipe(z.string().max(maxLength[field], { error: "tooLong" }))
    .transform(orNull);
}

function tidyLines(text: string): string {
  const lines = text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, "\n");
  return lines
    .replace(/[^\P{Cc}\n]/gu, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function texts(field: Field, max: number) {
  return z.array(line(field)).transform(withoutEmpty).pipe(atMost(max));
}

function withoutEmpty(all: string[]): string[] {
  return [...new Set(all)].filter(Boolean);
}

function atMost(max: number) {
  return z.array(z.string()).max(max, { error: "tooMany" });
}

/** The address of a page on the web; https where no scheme is written. */
function link() {
  return z
    .string()
    .transform((text) => text.trim())
    .transform((text) => (text === "" || /^https?:\/\//i.test(text) ? text : `https://${text}`))
    .pipe(line("link"))
    .refine((text) => text === "" || isWebAddress(text), { error: "notALink" });
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    (url?.protocol === "https:" || url?.protocol === "http:") &&
    url.hostname.includes(".") &&
    url.username === "" &&
    url.password === ""
  );
}
