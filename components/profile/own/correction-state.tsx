"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { SavedMark } from "#components/errors/saved-mark.tsx";
import { useLive } from "#components/live/live-provider.tsx";
import { requestAction } from "#components/live/live-request.ts";
import type { Saving } from "#components/live/use-choice.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Correction } from "#lib/people/schema.ts";
import { useOwn } from "./own-context.ts";

type CorrectionStateProps = { correction: Correction; words: (value: string | null) => string };

/** What one said about something that HR recorded: it waits, or HR has decided. Both values stay. */
export function CorrectionState({ correction, words }: CorrectionStateProps) {
  const text = useTranslations("people.edit.correct");
  const format = useFormatter();
  const { company, correct } = useOwn();
  const { socket } = useLive();
  const [saving, setSaving] = useState<Saving>("untouched");
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "long" });
  const { id, status, recorded, proposed, askedAt, decidedAt, answer } = correction;

  async function takeBack() {
    setSaving("saving");
    const done = await requestAction(socket, () => correct.takeBackCorrectionAction(company, { id }));
    // What it is by now comes with the page.
    setSaving(done.ok || done.code === "not-found" ? "untouched" : done);
  }
  if (status === "WAITING")
    return (
      <>
        <Banner
          tone="waiting"
          title={text("said", { value: words(proposed) })}
          action={
            <Button
              size="small"
              variant="quiet"
              pending={saving === "saving"}
              onClick={() => void takeBack()}
            >
              {text("takeBack")}
            </Button>
          }
        >
          {text("waits", { day: day(askedAt) })}
        </Banner>
        <div className="has-[p:empty]:hidden">
          <SavedMark saving={saving === "saving" ? "untouched" : saving} />
        </div>
      </>
    );
  const decided = decidedAt ? day(decidedAt) : "";
  return (
    <div className="text-sm text-ink-soft">
      <p>
        {status === "CONFIRMED"
          ? text("confirmed", { day: decided, value: words(recorded) })
          : text("declined", { day: decided, value: words(proposed) })}
      </p>
      {answer && <p className="mt-1 text-ink">{text("answer", { words: answer })}</p>}
    </div>
  );
}
