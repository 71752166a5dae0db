import { z } from "zod";
import { isBlank } from "#lib/blank.ts";
import { toHiragana } from "#lib/letters.ts";
import { maxLength } from "#lib/people/policy.ts";

// Of what a person writes of themself, the single fields: what is taken, and how it is kept.

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

export function optional(field: Field) {
  return line(field)
    .nullable()
    .transform((text) => orNull(text ?? ""));
}

export function required(field: Field) {
  return line(field).pipe(z.string().min(1, { error: "required" }));
}

/** Kana of either kind, which is kept as hiragana. */
export function reading(field: Field) {
  return line(field)
    .nullable()
    .transform((text) => toHiragana(text ?? ""))
    .pipe(z.string().regex(/^[ぁ-ゖー・ ]*$/, { error: "notKana" }))
    .transform(orNull);
}

export function paragraphs(field: Field) {
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

export function texts(field: Field, max: number) {
  return z.array(line(field)).transform(withoutEmpty).pipe(atMost(max));
}

export function withoutEmpty(all: string[]): string[] {
  return [...new Set(all)].filter(Boolean);
}

export function atMost(max: number) {
  return z.array(z.string()).max(max, { error: "tooMany" });
}

/** Months that are in order; whether they are within one's time here only the record says. */
export function position() {
  return z
    .object({
      department: required("department"),
      title: optional("title"),
      from: z
        .string()
        .nullable()
        .refine((month) => month !== null && isMonth(month), { error: "required" }),
      until: z.string().refine(isMonth, { error: "required" }).nullable(),
    })
    .refine(({ from, until }) => until === null || from === null || from <= until, {
      error: "order",
      path: ["until"],
    });
}

export function isMonth(text: string): boolean {
  return /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text);
}

/** The address of a page on the web; https where no scheme is written. */
export function link() {
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
