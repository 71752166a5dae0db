"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import type { Failure } from "#components/live/live-request.ts";
import { maxFileSize, maxPhotoPixels, minPhotoSide, type PhotoRefusal } from "#lib/files/policy.ts";

/** Why a picture is not one's photo, and what to do about it. */
export function usePhotoFailure(): (failure: PhotoRefusal | Failure) => string {
  const text = useTranslations("people.edit.photo.refused");
  const refusal = useRefusalText();
  const limits = {
    megabytes: maxFileSize / 1024 ** 2,
    megapixels: maxPhotoPixels / 1_000_000,
    pixels: minPhotoSide,
  };
  return (failure) => (typeof failure === "string" ? text(failure, limits) : refusal(failure));
}
