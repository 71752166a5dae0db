"use client";

import { useFormatter, useTranslations } from "next-intl";
import { kindOfFile, spokenSize } from "./file-kind.ts";

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
