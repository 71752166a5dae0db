import { z } from "zod";

const text = z.string().nullable();

/** What files and forms fill of a record, as rows have it; its days as text, YYYY-MM-DD. */
export const recordColumns = {
  number: text,
  familyName: z.string(),
  givenName: z.string(),
  familyNameKana: text,
  givenNameKana: text,
  preferredName: text,
  formerFamilyName: text,
  registeredFamilyName: text,
  registeredGivenName: text,
  joinedOn: text,
  leftOn: text,
  department: text,
  title: text,
  employment: text,
  mail: text,
  workMail: text,
};
