import type { Sections } from "#lib/people/input.ts";
import type { OpenTo, Position, Purpose } from "#lib/people/schema.ts";
import { isText, listOf, nullOr, recordOf, type Shape, shapeOf } from "#lib/shapes.ts";

const words = nullOr(isText);

/** What a device keeps of sections that are being written; purposes are these. */
export function sectionShapes(purposes: readonly Purpose[]): {
  [Name in keyof Sections]: Shape<Sections[Name]>;
} {
  const isPurpose: Shape<Purpose> = (value): value is Purpose => purposes.some((one) => one === value);
  return {
    names: shapeOf({
      familyName: isText,
      givenName: isText,
      familyNameKana: words,
      givenNameKana: words,
      preferredName: words,
      formerFamilyName: words,
      formerFamilyNameKana: words,
    }),
    intro: shapeOf({ headline: words, about: words }),
    work: shapeOf({ employer: words, employerTitle: words, industry: words, work: words }),
    career: shapeOf({
      positions: listOf(shapeOf<Position>({ department: isText, title: words, from: words, until: words })),
    }),
    area: shapeOf({ area: words }),
    purposes: shapeOf({ purposes: listOf(shapeOf<OpenTo>({ purpose: isPurpose, note: words })) }),
    skills: shapeOf({ skills: listOf(isText) }),
    links: shapeOf({ links: listOf(isText) }),
    details: shapeOf({ details: recordOf(words) }),
  };
}
