"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type FileRefusal, fileRefusals, maxFileSize } from "#lib/files/schema.ts";
import type { UploadFailure } from "./upload.ts";

/** What the failure of an upload says to a person. */
export function useUploadFailure(): (failure: UploadFailure) => string {
  const files = useTranslations("files.refused");
  const left = useTranslations("files")("left");
  const offline = useTranslations("errors")("offline");
  const refusal = useRefusalText();
  return (failure) => {
    if (failure.code === "offline") return offline;
    if (failure.code === "left") return left;
    const reason = failure.code === "invalid" ? failure.fields.file : undefined;
    if (!isFileRefusal(reason)) return refusal(failure);
    return files(reason, { most: maxFileSize / 1024 ** 2 });
  };
}

function isFileRefusal(reason: string | undefined): reason is FileRefusal {
  return fileRefusals.some((one) => one === reason);
}
