"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import type { SaidField } from "#lib/people/field-input.ts";

type FieldConflictProps = { theirs: SaidField; onTake: () => void; onKeep: () => void };

/** What somebody else of HR has saved meanwhile, to be taken or written over. */
export function FieldConflict({ theirs, onTake, onKeep }: FieldConflictProps) {
  const text = useTranslations("people.fields");
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const { name, hint, audience, choices } = theirs;
  const words = [inBoth(name), inBoth(hint), text(`audiences.${audience}`), ...choices.map(inBoth)];
  return (
    <div ref={ref} tabIndex={-1} className="grid gap-3 outline-none">
      <Banner tone="careful" title={text("conflict.title")}>
        {text("conflict.text")}
      </Banner>
      <p className="rounded-control bg-sunken p-3 text-sm">
        {text("conflict.theirs", { words: words.filter(Boolean).join(" · ") })}
      </p>
      <div className="flex flex-wrap justify-end gap-3">
        <Button size="small" onClick={onTake}>
          {text("conflict.takeTheirs")}
        </Button>
        <Button size="small" onClick={onKeep}>
          {text("conflict.keepMine")}
        </Button>
      </div>
    </div>
  );
}

/** What was changed may be in the language that the reader does not read. */
function inBoth({ ja, en }: { ja: string | null; en: string | null }): string {
  return [ja, en].filter(Boolean).join(" / ");
}
