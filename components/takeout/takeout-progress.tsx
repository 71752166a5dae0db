"use client";

import { useTranslations } from "next-intl";
import { Progress } from "#components/ui/progress.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Takeout } from "#lib/takeout/schema.ts";

/** How far it is, and the button that stops it: of the form around it. */
export function TakeoutProgress({ task }: { task: NonNullable<Takeout["task"]> }) {
  const text = useTranslations("takeout.panel");
  return (
    <Progress
      label={text("making")}
      state={task.state === "WAITING" ? "waiting" : "running"}
      done={task.done}
      {...(task.total !== null && { total: task.total })}
      note={text("background")}
      action={
        task.ending ? (
          <p className="text-sm text-ink-soft">{text("cancelling")}</p>
        ) : (
          <SubmitButton variant="secondary">{text("cancel")}</SubmitButton>
        )
      }
    />
  );
}
