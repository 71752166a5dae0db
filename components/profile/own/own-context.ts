"use client";

import { createContext, useContext, useEffect, useEffectEvent } from "react";
import type { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import type {
  askCorrectionAction,
  findContactsAction,
  putOffSuggestionsAction,
  removePhotoAction,
  restorePhotoAction,
  takeBackCorrectionAction,
  writeSectionAction,
} from "#app/c/[company]/profile/actions.ts";
import type { MemberKind } from "#lib/auth/schema.ts";
import type { AudienceField } from "#lib/people/audiences.ts";
import type { OwnProfile, Sections } from "#lib/people/input.ts";
import type { Census, Correction, Purpose, Suggestion } from "#lib/people/schema.ts";

export type Own = {
  /** The slug. */
  company: string;
  /** What it is called. */
  companyName: string;
  viewer: { memberId: string; kind: MemberKind };
  profile: OwnProfile;
  census: Census;
  /** Japanese years are shown beside months. */
  eras: boolean;
  /** All that one may be open to, in the order in which it is listed. */
  purposes: readonly Purpose[];
  write: typeof writeSectionAction;
  /** What they asked HR to correct, the last of each field. */
  corrections: readonly Correction[];
  correct: {
    askCorrectionAction: typeof askCorrectionAction;
    takeBackCorrectionAction: typeof takeBackCorrectionAction;
  };
  /** How one finds to whom alone one shows that one would come back, and writes to them. */
  rehire: { find: typeof findContactsAction; start: typeof startThreadAction };
  /** Their seal, where there is no photo. */
  face: { monogram: string };
  /** The section that opens with the page. */
  opens: keyof Sections | null;
  suggestion: Suggestion | null;
  putOff: typeof putOffSuggestionsAction;
  photo: { removePhotoAction: typeof removePhotoAction; restorePhotoAction: typeof restorePhotoAction };
};

/** What somebody asked to be led to: a section to write, or who sees a field. */
type Place = { section?: keyof Sections; audience?: AudienceField };
export type Wanted = Place | null;

export const OwnContext = createContext<(Own & { wanted: Wanted }) | null>(null);

/** The profile that its owner is at. Only below OwnSections. */
export function useOwn(): Own & { wanted: Wanted } {
  const own = useContext(OwnContext);
  if (!own) throw new Error("useOwn() is called outside of OwnSections");
  return own;
}

/** Leads there whenever somebody asks to be led to a place of the profile. */
export function useLed(lead: (place: Place) => void): void {
  const { wanted } = useOwn();
  const led = useEffectEvent(lead);
  useEffect(() => {
    if (wanted) led(wanted);
  }, [wanted]);
}
