"use client";

import { useTranslations } from "next-intl";
import { Suspense, useActionState, useRef } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type Failure, requestByHttp } from "#components/live/live-request.ts";
import { isOver, useTask } from "#components/live/use-task.ts";
import { Banner } from "#components/ui/banner.tsx";
import { lateComponent } from "#components/ui/late-component.ts";
import { LiveRegion } from "#components/ui/live-region.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ActionResult } from "#lib/results.ts";
import type { Takeout } from "#lib/takeout/schema.ts";
import { ReadyDownload } from "./ready-download.tsx";

/** Few look on while it is made. */
const TakeoutProgress = lateComponent(async () => (await import("./takeout-progress.tsx")).TakeoutProgress);

type TakeoutPanelProps = {
  task: Takeout["task"];
  /** A download that is there, in words. */
  ready: { href: string; size: string; made: string; until: string } | null;
  start: () => Promise<ActionResult<void>>;
  cancel: (task: { taskId: string }) => Promise<ActionResult<void>>;
};

/** How it stands with one's takeout: to be asked for, being made, failed, or there. */
export function TakeoutPanel({ task: kept, ready, start, cancel }: TakeoutPanelProps) {
  const text = useTranslations("takeout.panel");
  const describe = useRefusalText();
  const box = useRef<HTMLDivElement>(null);
  const task = useTask(kept);
  const [refusal, submit] = useActionState<Failure | null, FormData>(async (_, form) => {
    const taskId = form.get("task");
    const answer = await requestByHttp(typeof taskId === "string" ? () => cancel({ taskId }) : start);
    // The button that was pressed may be gone.
    box.current?.focus();
    return answer.ok ? null : answer;
  }, null);
  const underWay = task && !isOver(task.state) ? task : null;
  return (
    <div ref={box} tabIndex={-1} className="grid gap-4 outline-none">
      {refusal && <Banner tone="wrong">{describe(refusal)}</Banner>}
      {task?.state === "FAILED" && <Banner tone="wrong">{text("failed")}</Banner>}
      {task?.state === "CANCELLED" && task.isNews && <Banner>{text("cancelled")}</Banner>}
      {ready && <ReadyDownload {...ready} />}
      <LiveRegion message={ready && !underWay ? text("ready") : ""} />
      {underWay ? (
        <form action={submit}>
          <input type="hidden" name="task" value={underWay.taskId} />
          <Suspense>
            <TakeoutProgress task={underWay} />
          </Suspense>
        </form>
      ) : (
        <form action={submit} className="grid justify-items-start gap-2">
          <SubmitButton variant={ready ? "secondary" : "primary"}>{text(wordOf())}</SubmitButton>
          <p className="text-sm text-ink-soft">{text(ready ? "replaces" : "background")}</p>
        </form>
      )}
    </div>
  );

  function wordOf(): "retry" | "again" | "make" {
    if (task?.state === "FAILED") return "retry";
    return ready ? "again" : "make";
  }
}
