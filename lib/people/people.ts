import "server-only";
import type { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import type { ViewerKind } from "#lib/people/audiences.ts";
import { cardFields, findCards, toCard } from "#lib/people/cards.ts";
import { readFields } from "#lib/people/company-fields.ts";
import { dayOrNull } from "#lib/people/days.ts";
import type { CompanyField } from "#lib/people/details.ts";
import { overlapOf } from "#lib/people/overlap.ts";
import { purposesOf } from "#lib/people/purposes.ts";
import { detailsOf } from "#lib/people/said-details.ts";
import { type History, memberIdSchema, type Person, type PersonCard } from "#lib/people/schema.ts";
import {
  findOwnCareer,
  findOwnProfileAs,
  findOwnProfileAsContact,
  findReachable,
  personRow,
} from "#lib/people/visible.ts";

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
  purposeNotes: true,
  rehire: true,
  skills: true,
  employer: true,
  employerTitle: true,
  industry: true,
  work: true,
  links: true,
  positions: true,
  details: true,
});

/** The viewer's own card, as members of their kind see it. Throws NotFound for who is a member no more. */
export async function findOwnCard(viewer: Viewer): Promise<PersonCard> {
  const cards = await readAs(viewer, (tx) => findCards(tx, [viewer.memberId]));
  const own = cards.get(viewer.memberId);
  if (!own) throw new NotFound();
  return own;
}

/** An active member of the viewer's company whom the viewer finds, or meets in a conversation. Throws NotFound for anybody else, and for an id that is none. */
export async function findPerson(viewer: Viewer, memberId: string): Promise<Person> {
  if (!memberIdSchema.safeParse(memberId).success) throw new NotFound();
  const [[row], own, fields] = await readAs(viewer, (tx) =>
    Promise.all([findReachable(tx, [memberId], pageRow), findOwnCareer(tx), readFields(tx)]),
  );
  if (row?.status !== "ACTIVE") throw new NotFound();
  return toPerson(row, viewer, { own, fields });
}

/**
 * The viewer's own page as members of that kind see it, or as the one does to whom alone they show that they would come back: null where there
 * is none. `contact`: whether there is.
 */
export async function findOwnPageAs(
  viewer: Viewer,
  eyes: ViewerKind | "CONTACT",
): Promise<{ person: Person | null; contact: boolean }> {
  const { memberId, kind } = viewer;
  const [seen, ofContact, fields] = await readAs(viewer, (tx) =>
    Promise.all([
      eyes === "CONTACT" ? null : findOwnProfileAs(tx, eyes),
      findOwnProfileAsContact(tx),
      readFields(tx),
    ]),
  );
  const row = eyes === "CONTACT" ? ofContact : seen;
  return {
    person: row && toPerson({ ...row, memberId, kind }, viewer, { own: null, fields }),
    contact: ofContact !== null,
  };
}

function toPerson(
  row: Omit<z.output<typeof pageRow>, "status">,
  viewer: Viewer,
  { own, fields }: { own: History | null; fields: readonly CompanyField[] },
): Person {
  const { department, title, area, about, joinedOn, leftOn, skills } = row;
  const { employer, employerTitle, industry, work, links, positions } = row;
  const isViewer = row.memberId === viewer.memberId;
  const career = { department, joinedOn: dayOrNull(joinedOn), leftOn: dayOrNull(leftOn), positions };
  return {
    ...toCard(row),
    ...career,
    isViewer,
    beside: isViewer ? null : own,
    overlap: isViewer || !own ? null : overlapOf(own, career),
    title,
    area,
    about,
    purposes: purposesOf(row),
    skills,
    employer,
    employerTitle,
    industry,
    work,
    links,
    details: detailsOf(fields, row.details),
  };
}
