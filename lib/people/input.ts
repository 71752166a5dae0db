import { z } from "zod";
import {
  type Audience,
  type AudienceField,
  audiences,
  type Limit,
  rehireAudiences,
} from "#lib/people/audiences.ts";
import type { CompanyField } from "#lib/people/details.ts";
import {
  atMost,
  link,
  optional,
  paragraphs,
  position,
  reading,
  required,
  texts,
  withoutEmpty,
} from "#lib/people/fields.ts";
import { maxLength, maxLinks, maxPositions, maxSkills } from "#lib/people/policy.ts";
import { type Position, purposeSchema } from "#lib/people/schema.ts";

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
  career: z.object({
    positions: z
      .array(position())
      .pipe(z.array(z.custom<Position>()).max(maxPositions, { error: "tooMany" })),
  }),
  area: z.object({ area: optional("area") }),
  purposes: z.object({
    /** Those that one is open to, each with a line about it. */
    purposes: z.array(z.object({ purpose: purposeSchema, note: optional("note") })).max(10),
  }),
  skills: z.object({ skills: texts("skill", maxSkills) }),
  links: z.object({ links: z.array(link()).transform(withoutEmpty).pipe(atMost(maxLinks)) }),
  /** What they answer to what the company asks besides, by its fields; a choice by its id. What else a field wants only the company says. */
  details: z.object({ details: z.record(z.uuid(), optional("detail")) }),
};
export type Sections = { [Name in keyof typeof sectionSchemas]: z.output<(typeof sectionSchemas)[Name]> };

/** A field of the company's own as somebody answers it, who sees their answer as they chose, and at most. */
export type OwnField = CompanyField & { shownTo: CompanyField["audience"]; widest: Limit };

/** All of one's own profile. Dates are days, YYYY-MM-DD. */
export type OwnProfile = {
  sections: Sections;
  /** What HR recorded. */
  recorded: { department: string; title: string | null; joinedOn: string; leftOn: string | null };
  audiences: Record<AudienceField, Audience>;
  /** Who sees it at most, as the company says. */
  limits: Record<AudienceField, Limit>;
  /** What the company asks besides. */
  fields: OwnField[];
  /** The name of their photo. */
  photo: string | null;
  /** To whom alone they show that they would come back, where its audience is CONTACT; null where nobody sees it any more. */
  rehireContact: RehireContact | null;
  /** The directory does not list them. */
  unlisted: boolean;
};
export type RehireContact = { memberId: string; displayName: string };

/** A section as it was when its owner began to write, and as it is to be. */
export const writtenSchema = z.discriminatedUnion("section", [
  written("names"),
  written("intro"),
  written("work"),
  written("career"),
  written("area"),
  written("purposes"),
  written("skills"),
  written("links"),
  // With who would see an answer, as the page said.
  written("details").extend({ seen: z.record(z.uuid(), z.enum(audiences)) }),
]);
export type Written = z.output<typeof writtenSchema>;

const audience = z.enum(audiences).optional();
const audiencesSchema = z
  .object({
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
  } satisfies Record<AudienceField, z.ZodType>)
  // And of the company's own fields, by their ids.
  .catchall(z.enum([...audiences, ...rehireAudiences]).optional());

/** Who may see what, and whether one is listed; what is left out stays. */
export const visibilitySchema = z
  .object({
    audiences: audiencesSchema.optional(),
    /** Whom the audience CONTACT of interest in being rehired names. */
    rehireContact: z.uuid().nullable().optional(),
    unlisted: z.boolean().optional(),
  })
  .refine(({ audiences, rehireContact }) => audiences?.rehire !== "CONTACT" || rehireContact, {
    error: "required",
    path: ["rehireContact"],
  });
/** Words by which to find somebody. */
export const wordsSchema = z.object({ q: z.string().max(100) });

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
