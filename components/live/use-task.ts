"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { TaskProgress, TaskState } from "#lib/work/schema.ts";
import { useCatchUp, useLiveEvent, usePolling } from "./use-live-event.ts";

const pollMs = 5_000;

/** The task as the page has it, and as was told since; `isNews`: that it ended was told here. Once it has ended, or there is another, the page is asked again. */
export function useTask<Task extends TaskProgress>(kept: Task | null): (Task & { isNews: boolean }) | null {
  const { refresh } = useRouter();
  const [told, setTold] = useState<TaskProgress | null>(null);
  const asked = useRef<string>(undefined);

  const refreshIfUnderWay = () => {
    if (kept && !isOver(kept.state)) refresh();
  };
  useCatchUp(refreshIfUnderWay);
  usePolling(refreshIfUnderWay, pollMs);
  useLiveEvent("task:progress", (progress) => {
    setTold(progress);
    if (progress.taskId === kept?.taskId && !isOver(progress.state)) return;
    // Once for each: many steps of another's may come before the page.
    const what = `${progress.taskId} ${isOver(progress.state)}`;
    if (asked.current !== what) refresh();
    asked.current = what;
  });

  if (!kept || told?.taskId !== kept.taskId) return kept && { ...kept, isNews: false };
  // What it made comes with the page: until then it is at its end, and not over.
  if (told.state === "DONE" && !isOver(kept.state))
    return { ...kept, ...told, state: "RUNNING", isNews: false };
  if (isOver(told.state)) return { ...kept, ...told, isNews: true };
  if (isOver(kept.state) || kept.done > told.done) return { ...kept, isNews: isOver(kept.state) };
  return { ...kept, ...told, isNews: false };
}

export function isOver(state: TaskState): boolean {
  return state === "DONE" || state === "FAILED" || state === "CANCELLED";
}
