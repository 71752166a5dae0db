import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { cardFields, toCard } from "#lib/people/cards.ts";
import { day } from "#lib/people/days.ts";
import { memberIdSchema, type Person, purposeSchema } from "#lib/people/schema.ts";
import { findVisible, personRow } from "#lib/people/visible.ts";

const pageRow = personRow.pick({
  ...cardFields,
  status: true,
  department: true,
  title: true,
  area: true,
  about: true,
  joinedOn: true,
  leftOn: true,
  purposes: true,
  skills: true,
});

/** An active member of the viewer's company. Throws NotFound for anybody else, and for an id that is none. */
export async function findPerson(viewer: Viewer, memberId: string): Promise<Person> {
  if (!memberIdSchema.safeParse(memberId).success) throw new NotFound();
  const [row] = await readAs(viewer, (tx) => findVisible(tx, [memberId], pageRow));
  if (row?.status !== "ACTIVE") throw new NotFound();
  const { department, title, area, about, joinedOn, leftOn, purposes, skills } = row;
  return {
    ...toCard(row),
    isViewer: memberId === viewer.memberId,
    department,
    title,
    area,
    about,
    joinedOn: day(joinedOn),
    leftOn: leftOn && day(leftOn),
    purposes: z.array(purposeSchema).parse(purposes),
    skills,
  };
}
