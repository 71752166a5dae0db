import { z } from "zod";

/** The names of a profile, as a row of the database has them. */
export const nameRow = z.object({
  familyName: z.string(),
  givenName: z.string(),
  familyNameKana: z.string().nullable(),
  givenNameKana: z.string().nullable(),
  preferredName: z.string().nullable(),
  formerFamilyName: z.string().nullable(),
  formerFamilyNameKana: z.string().nullable(),
});
