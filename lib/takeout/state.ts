import "server-only";
import { z } from "zod";

/** The names of a company. */
export const companyRow = z.object({ name: z.string(), nameEn: z.string() });

/** A text that was written so far: a part of data.json, of a table (by its part's name), or of the list of files. */
const pieceSchema = z.object({ of: z.string(), id: z.uuid() });
export const dataPiece = "data.json";
export const filesPiece = "files.list";

/** How far a takeout is. */
export const begunSchema = z.object({
  /** The file that it becomes; the pieces lie under its id. */
  fileId: z.uuid(),
  madeAt: z.iso.datetime(),
  company: companyRow,
  total: z.int(),
  done: z.int(),
  /** Which part is read, after which place, and whether no row of it has come yet. */
  part: z.int(),
  after: z.array(z.union([z.string(), z.number()])).nullable(),
  empty: z.boolean(),
  /** In their order. */
  pieces: z.array(pieceSchema),
});
export type Begun = z.infer<typeof begunSchema>;
