"use client";

import { createContext, useContext } from "react";
import type {
  askCorrectionAction,
  removePhotoAction,
  restorePhotoAction,
  takeBackCorrectionAction,
  writeSectionAction,
} from "#app/c/[company]/profile/actions.ts";
import type { MemberKind } from "#lib/auth/schema.ts";
import type { OwnProfile } from "#lib/people/input.ts";
import type { Census, Correction, Purpose } from "#lib/people/schema.ts";

export type Own = {
  /** The slug. */
  company: string;
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
  /** Their seal, where there is no photo. */
  face: { monogram: string };
  photo: { removePhotoAction: typeof removePhotoAction; restorePhotoAction: typeof restorePhotoAction };
};

export const OwnContext = createContext<Own | null>(null);

/** The profile that its owner is at. Only below OwnSections. */
export function useOwn(): Own {
  const own = useContext(OwnContext);
  if (!own) throw new Error("useOwn() is called outside of OwnSections");
  return own;
}
