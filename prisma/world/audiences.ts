import type { Audience, AudienceField } from "#lib/people/audiences.ts";
import { makeChance } from "./chance.ts";
import type { ProfileDraft } from "./types.ts";

/** As profiles are at first: what is new or personal closed. */
const first: Record<AudienceField, Audience> = {
  headline: "EVERYONE",
  about: "EVERYONE",
  tenure: "EVERYONE",
  department: "EVERYONE",
  formerName: "EVERYONE",
  work: "NOBODY",
  area: "EVERYONE",
  purposes: "EVERYONE",
  rehire: "NOBODY",
  skills: "EVERYONE",
  links: "NOBODY",
  photo: "EVERYONE",
};

/** What somebody shows and hides, the same each time: a few keep where they are, or their story, to some of the others. */
export function drawAudiences({
  familyName,
  givenName,
  joinedOn,
  purposes,
}: ProfileDraft): Partial<Record<AudienceField, Audience>> {
  const chance = makeChance(`${familyName} ${givenName} ${joinedOn}`);
  const [ofArea, ofAbout, ofRehire, ofPhoto] = [
    chance.number(),
    chance.number(),
    chance.number(),
    chance.number(),
  ];
  return {
    ...(ofArea < 0.08 && { area: "ALUMNI" }),
    ...(ofArea > 0.95 && { area: "NOBODY" }),
    ...(ofAbout < 0.1 && { about: "ALUMNI" }),
    ...(ofPhoto < 0.06 && { photo: ofPhoto < 0.03 ? "ALUMNI" : "EMPLOYEES" }),
    ...(ofPhoto > 0.98 && { photo: "NOBODY" }),
    ...(purposes.includes("REHIRE") && ofRehire < 0.6 && { rehire: ofRehire < 0.4 ? "HR" : "EVERYONE" }),
  };
}

/** A column for each field. */
export function audienceColumns(chosen: Partial<Record<AudienceField, Audience>>): {
  [Field in AudienceField as `${Field}Audience`]: Audience;
} {
  const shownTo = { ...first, ...chosen };
  return {
    headlineAudience: shownTo.headline,
    aboutAudience: shownTo.about,
    tenureAudience: shownTo.tenure,
    departmentAudience: shownTo.department,
    formerNameAudience: shownTo.formerName,
    workAudience: shownTo.work,
    areaAudience: shownTo.area,
    purposesAudience: shownTo.purposes,
    rehireAudience: shownTo.rehire,
    skillsAudience: shownTo.skills,
    linksAudience: shownTo.links,
    photoAudience: shownTo.photo,
  };
}
