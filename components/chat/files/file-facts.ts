"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type FileRefusal, fileRefusals, maxFileSize } from "#lib/files/policy.ts";
import { kindOfFile, spokenSize } from "./file-kind.ts";
import type { UploadFailure } from "./upload.ts";

/** Says what a file is, by its bytes, and how large: "PDF · 1.2 MB". */
export function useFileFacts(): (file: { type: string; size: number }) => string {
  const text = useTranslations("files.kind");
  const format = useFormatter();
  return ({ type, size }) => {
    const { value, unit, digits } = spokenSize(size);
    const large = format.number(value, {
      style: "unit",
      unit,
      unitDisplay: "short",
      maximumFractionDigits: digits,
    });
    return `${text(kindOfFile(type))} · ${large}`;
  };
}

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
    return files(reason, { max: maxFileSize / 1024 ** 2 });
  };
}

function isFileRefusal(reason: string | undefined): reason is FileRefusal {
  return fileRefusals.some((one) => one === reason);
}
