import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { toHiragana } from "#lib/letters.ts";

/** A row of an HR system's export. Dates as 2021-03-31. */
export interface Leaver {
  number: string;
  email: string;
  familyName: string;
  givenName: string;
  familyNameKana: string | null;
  givenNameKana: string | null;
  preferredName: string | null;
  formerFamilyName: string | null;
  formerFamilyNameKana: string | null;
  joinedOn: string;
  leftOn: string;
  reason: string;
  department: string;
  title: string | null;
  area: string | null;
}

/**
 * Aoba's leavers, in the file's order. The file has no reading for a former surname: it is the one that most of those have who are called so.
 * Throws when the file is not as it should be.
 */
export function readJapaneseLeavers(): Leaver[] {
  const leavers = japaneseRows.parse(rowsOf("../leavers-ja-utf8.csv"));
  return leavers.map((leaver) => ({
    ...leaver,
    formerFamilyNameKana: usualReading(leavers, leaver.formerFamilyName),
  }));
}

function usualReading(leavers: Leaver[], surname: string | null): string | null {
  const readings = leavers.flatMap((one) => (one.familyName === surname ? (one.familyNameKana ?? []) : []));
  const count = (reading: string) => readings.filter((one) => one === reading).length;
  return readings.toSorted((one, other) => count(other) - count(one))[0] ?? null;
}

/** Larkfield's leavers, in the file's order. Throws when the file is not as it should be. */
export function readEnglishLeavers(): Leaver[] {
  return englishRows.parse(rowsOf("../leavers-en-utf8-bom.csv"));
}

function rowsOf(file: string): unknown {
  return parse(readFileSync(new URL(file, import.meta.url)), { bom: true, columns: true });
}

const text = z.string().min(1);
const optional = z.string().transform((value) => value || null);
const reading = text.transform(toHiragana);
const japaneseDate = z
  .string()
  .regex(/^\d{4}\/\d\d\/\d\d$/)
  .transform((date) => date.replaceAll("/", "-"));
const americanDate = z
  .string()
  .regex(/^\d\d\/\d\d\/\d{4}$/)
  .transform((date) => date.replace(/(..)\/(..)\/(....)/, "$3-$1-$2"));

const japaneseRows = z.array(
  z
    .object({
      社員番号: text,
      姓: text,
      名: text,
      "姓（ヨミガナ）": reading,
      "名（ヨミガナ）": reading,
      旧姓: optional,
      部署: text,
      役職: optional,
      入社年月日: japaneseDate,
      退職年月日: japaneseDate,
      退職理由: text,
      個人メールアドレス: z.email(),
    })
    .transform(
      (row): Leaver => ({
        number: row.社員番号,
        email: row.個人メールアドレス,
        familyName: row.姓,
        givenName: row.名,
        familyNameKana: row["姓（ヨミガナ）"],
        givenNameKana: row["名（ヨミガナ）"],
        preferredName: null,
        formerFamilyName: row.旧姓,
        formerFamilyNameKana: null,
        joinedOn: row.入社年月日,
        leftOn: row.退職年月日,
        reason: row.退職理由,
        department: row.部署,
        title: row.役職,
        area: null,
      }),
    ),
);

const englishRows = z.array(
  z
    .object({
      "Employee ID": text,
      "Legal First Name": text,
      "Legal Last Name": text,
      "Preferred Name": optional,
      "Hire Date": americanDate,
      "Termination Date": americanDate,
      "Termination Reason": text,
      "Supervisory Organization": text,
      "Business Title": optional,
      Location: optional,
      "Home Email": z.email(),
    })
    .transform(
      (row): Leaver => ({
        number: row["Employee ID"],
        email: row["Home Email"],
        familyName: row["Legal Last Name"],
        givenName: row["Legal First Name"],
        familyNameKana: null,
        givenNameKana: null,
        preferredName: row["Preferred Name"],
        formerFamilyName: null,
        formerFamilyNameKana: null,
        joinedOn: row["Hire Date"],
        leftOn: row["Termination Date"],
        reason: row["Termination Reason"],
        department: row["Supervisory Organization"],
        title: row["Business Title"],
        area: row.Location,
      }),
    ),
);
