import { people } from "#prisma/world.ts";
import { aobaAlumni, aobaEmployees } from "./aoba.ts";
import { larkfieldAlumni, larkfieldEmployees } from "./larkfield.ts";
import type { Person } from "./types.ts";

/** Everybody: the named people first, then those of Aoba's file, its employees, Larkfield's file and its employees. */
export function everybody(): Person[] {
  return [
    ...Object.values(people),
    ...aobaAlumni(),
    ...aobaEmployees(),
    ...larkfieldAlumni(),
    ...larkfieldEmployees(),
  ];
}
