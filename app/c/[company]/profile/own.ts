import "server-only";
import { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { nameOfCompany } from "#app/c/[company]/company-name.ts";
import { showsEras } from "#app/c/[company]/eras.ts";
import type { Own } from "#components/profile/own/own-context.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { countMembers } from "#lib/people/census.ts";
import { listOwnCorrections } from "#lib/people/corrections.ts";
import { monogram } from "#lib/people/names.ts";
import { findOwnProfile } from "#lib/people/own-profile.ts";
import { purposes } from "#lib/people/schema.ts";
import {
  askCorrectionAction,
  findContactsAction,
  putOffSuggestionsAction,
  removePhotoAction,
  restorePhotoAction,
  takeBackCorrectionAction,
  writeSectionAction,
} from "./actions.ts";

/** The viewer's profile with all by which they write it. */
export async function readOwn(company: string, viewer: Viewer): Promise<Omit<Own, "opens" | "suggestion">> {
  const [profile, census, corrections, eras, companyName] = await Promise.all([
    findOwnProfile(viewer),
    countMembers(viewer),
    listOwnCorrections(viewer),
    showsEras(),
    nameOfCompany(company),
  ]);
  return {
    company,
    companyName,
    viewer: { memberId: viewer.memberId, kind: viewer.kind },
    profile,
    census,
    eras,
    corrections,
    correct: { askCorrectionAction, takeBackCorrectionAction },
    purposes,
    write: writeSectionAction,
    putOff: putOffSuggestionsAction,
    rehire: { find: findContactsAction, start: startThreadAction },
    face: { monogram: monogram(profile.sections.names) },
    photo: { removePhotoAction, restorePhotoAction },
  };
}
