"use client";

import { useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";

type DraftNoteProps = { onGoOn: () => void; onDiscard: () => void };

/** Something that was begun, and given up for now, waits on this device. */
export function DraftNote({ onGoOn, onDiscard }: DraftNoteProps) {
  const text = useTranslations("ui.drafts");
  return (
    <div className="mt-4">
      <Banner
        tone="waiting"
        action={
          <div className="flex flex-wrap gap-2">
            <Button size="small" onClick={onGoOn}>
              {text("goOn")}
            </Button>
            <Button size="small" variant="quiet" onClick={onDiscard}>
              {text("discard")}
            </Button>
          </div>
        }
      >
        {text("waits")}
      </Banner>
    </div>
  );
}
