"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Failure } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { TaskProgress } from "#lib/work/schema.ts";
import { useImport } from "./import-context.ts";
import { Refused } from "./refused.tsx";

/** How far the reading or the import is, and the button that ends it. */
export function UnderWay({ task }: { task: TaskProgress | null }) {
  const text = useTranslations("leavers.import.work");
  const { detail, ask, actions } = useImport();
  const [ending, setEnding] = useState<"no" | "asked" | Failure>("no");

  async function cancel() {
    setEnding("asked");
    const answer = await ask(actions.cancelImportAction, {});
    if (!answer.ok) setEnding(answer);
  }
  return (
    <div className="grid gap-3 rounded-card bg-surface p-4 shadow-card sm:p-6">
      <Progress
        label={text(detail.state === "APPLYING" ? "applying" : "reading")}
        state={!task || task.state === "WAITING" ? "waiting" : "running"}
        done={task?.done ?? 0}
        {...(task && task.total !== null && { total: task.total })}
        note={text("leave")}
        action={
          ending === "asked" ? (
            <p className="text-sm text-ink-soft">{text("cancelling")}</p>
          ) : (
            <Button size="small" onClick={() => void cancel()}>
              {text("cancel")}
            </Button>
          )
        }
      />
      <Refused failure={ending} />
    </div>
  );
}
