import type { Viewer } from "#lib/auth/schema.ts";
import { type TypedLeaver, typedLeaverSchema } from "#lib/leavers/record-input.ts";
import { addLeaver } from "#lib/leavers/writing.ts";

export const today = "2026-11-30";

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

/** Enters somebody by hand; their id. */
export async function addOne(hr: Viewer, part: Partial<TypedLeaver>): Promise<string> {
  const answer = await addLeaver(hr, { typed: typedLeaverSchema.parse(typedLeaver(part)) }, today);
  if (answer.outcome !== "written") throw new Error(JSON.stringify(answer));
  return answer.leaver.id;
}
