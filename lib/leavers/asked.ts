import { peopleTerms } from "#lib/people/search-text.ts";
import type { LeaverQuery } from "./list-query.ts";

/** A question as the functions of prisma/sql/leavers/search.sql take it. */
export type Asked = {
  terms: string[];
  sounds: string[];
  today: string;
  standing?: string;
  from?: number;
  until?: number;
  departments?: string[];
  employments?: string[];
  tags?: string[];
  invitations?: string[];
  tagged?: true;
  withoutMail?: true;
  withoutGround?: true;
};

/** What is asked, on this day (YYYY-MM-DD); null for words of which none can be looked for. */
export function askedOf(query: Omit<LeaverQuery, "after" | "sort" | "column">, today: string): Asked | null {
  const { terms, sounds } = peopleTerms(query.q);
  if (terms.length === 0 && query.q !== "") return null;
  const { standing, left, department, employment, tag, invitation } = query;
  return {
    terms,
    sounds,
    today,
    ...(standing && { standing }),
    ...left,
    ...(department.length > 0 && { departments: department }),
    ...(employment.length > 0 && { employments: employment }),
    ...(tag.length > 0 && { tags: tag }),
    ...(invitation.length > 0 && { invitations: invitation }),
    ...(query.mail && { withoutMail: true }),
    ...(query.ground && { withoutGround: true }),
  };
}
