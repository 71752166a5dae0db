"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { SuggestInput } from "#components/ui/suggest-input.tsx";
import { askChoices } from "./ask-choices.ts";

type TagFieldProps = { company: string; value: string; onText: (text: string) => void };

/** A tag, new or one that HR has given already. */
export function TagField({ company, value, onText }: TagFieldProps) {
  const text = useTranslations("leavers.list.bulk");
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    let over = false;
    void askChoices(company, new URLSearchParams(), "tag", "").then((answer) => {
      if (!over && answer.ok) setKnown(answer.data.choices.map((choice) => choice.value));
    });
    return () => {
      over = true;
    };
  }, [company]);
  return (
    <SuggestInput
      label={text("knownTags")}
      suggestions={known.map((label) => ({ label }))}
      value={value}
      onText={onText}
    />
  );
}
