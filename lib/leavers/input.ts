import { z } from "zod";
import { maxImportFiles } from "./policy.ts";
import { type Field, fields } from "./reading/fields.ts";
import { decisions, grounds } from "./schema.ts";

const importId = z.uuid();
const field = z.enum(fields as [Field, ...Field[]]);
const column = z.coerce.number().int().min(0).max(20_000);
const text = z.string().max(1_000);

export const startImportSchema = z.object({
  files: z
    .array(z.object({ id: z.uuid(), name: z.string().max(1_000) }))
    .min(1)
    .max(maxImportFiles),
});

const mappingSchema = z.object({
  fields: z.record(column, field.nullable()).optional(),
  orders: z.record(column, z.enum(["day-first", "month-first"])).optional(),
});

export const mapImportSchema = z.object({
  importId,
  mappings: z.record(z.string().regex(/^[0-9a-f]{32}$/), mappingSchema),
  mailDomains: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .transform((domain) => domain.replace(/^@/, ""))
        .pipe(
          z
            .string()
            .max(253)
            .regex(/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u, "domain"),
        ),
    )
    .max(50)
    .optional(),
});

const place = z.int().min(1).max(1_000_000);

export const decideRowsSchema = z.object({
  importId,
  places: z.union([z.array(place).min(1).max(1_000), z.literal("all")]),
  decision: z.enum(decisions).nullable(),
});

export const fixRowSchema = z.object({ importId, place, values: z.partialRecord(field, text) });

export const applyImportSchema = z.object({
  importId,
  ground: z.enum(grounds),
  groundOn: z.iso.date(),
  groundDocument: z.string().trim().min(1, { error: "required" }).max(200, { error: "tooLong" }),
});

export const namedImportSchema = z.object({ importId });
