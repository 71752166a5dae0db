import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { cardColumns, toCard } from "#lib/people/cards.ts";
import { day } from "#lib/people/days.ts";
import { memberIdSchema, type Person, purposeSchema } from "#lib/people/schema.ts";

const personColumns = {
  ...cardColumns,
  profile: {
    select: {
      ...cardColumns.profile.select,
      department: true,
      title: true,
      area: true,
      about: true,
      joinedOn: true,
      leftOn: true,
      purposes: true,
      skills: true,
    },
  },
} as const;

/** An active member of the viewer's company. Throws NotFound for anybody else, and for an id that is none. */
export async function findPerson(viewer: Viewer, memberId: string): Promise<Person> {
  if (!memberIdSchema.safeParse(memberId).success) throw new NotFound();
  const row = await withViewer(viewer, (tx) =>
    tx.member.findFirst({
      where: { companyId: viewer.companyId, id: memberId, status: "ACTIVE" },
      select: personColumns,
    }),
  );
  if (!row?.profile) throw new NotFound();
  const { department, title, area, about, joinedOn, leftOn, purposes, skills } = row.profile;
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
