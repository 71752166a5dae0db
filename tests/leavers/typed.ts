import type { TypedLeaver } from "#lib/leavers/record-input.ts";

const nothing: TypedLeaver = {
  number: "",
  familyName: "",
  givenName: "",
  familyNameKana: "",
  givenNameKana: "",
  preferredName: "",
  formerFamilyName: "",
  registeredFamilyName: "",
  registeredGivenName: "",
  joinedOn: "",
  leftOn: "",
  department: "",
  title: "",
  employment: "",
  mail: "",
  workMail: "",
  deceased: false,
  tags: [],
  note: "",
  ground: null,
  groundOn: "",
  groundDocument: "",
};

/** What HR types of somebody. */
export function typedLeaver(part: Partial<TypedLeaver>): TypedLeaver {
  return { ...nothing, familyName: "退職", givenName: "太郎", ...part };
}
