import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

type ProgressProps = {
  /** What is being done. */
  label: string;
  state?: "waiting" | "running" | "done" | "failed";
  /** How many of `total` are done; without a total nobody knows yet. */
  done?: number;
  total?: number;
  /** More about it: what it is at, or why it stopped. */
  note?: ReactNode;
  /** A button: to stop it, to try again, to see what came of it. */
  action?: ReactNode;
};

/** Long work: how far it is, in words as well. What it says changes while one does something else, so it is told when the reader pauses. */
export function Progress({ label, state = "running", done = 0, total, note, action }: ProgressProps) {
  const text = useTranslations("ui.progress");
  const format = useFormatter();
  const id = useId();
  const known = total !== undefined && state !== "waiting";
  const value = state === "done" ? (total ?? 1) : known ? Math.min(done, total) : undefined;
  const said = known ? text("of", { done: format.number(done), total: format.number(total) }) : text(state);
  return (
    <div className="grid gap-1 text-sm">
      <div className="flex items-baseline justify-between gap-4">
        <p id={id} className="min-w-0 font-medium">
          {label}
        </p>
        <p className="shrink-0 text-xs text-ink-soft tabular-nums">{said}</p>
      </div>
      <progress
        aria-labelledby={id}
        aria-valuetext={said}
        max={total || 1}
        value={value}
        className={classNames(barStyle, fills[state])}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p role="status" className={classNames("text-xs", inks[state])}>
          {note ?? (known ? text(state) : null)}
        </p>
        {action}
      </div>
    </div>
  );
}

const barStyle =
  "block h-2 w-full appearance-none overflow-hidden rounded-full border-0 bg-sunken [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:transition-[inline-size] [&:indeterminate]:animate-breathe [&:indeterminate]:bg-accent-soft [&:indeterminate::-moz-progress-bar]:bg-transparent [&:indeterminate::-webkit-progress-bar]:bg-accent-soft";

const fills = {
  waiting: "",
  running: "[&::-moz-progress-bar]:bg-accent-fill [&::-webkit-progress-value]:bg-accent-fill",
  done: "[&::-moz-progress-bar]:bg-fine [&::-webkit-progress-value]:bg-fine",
  failed: "[&::-moz-progress-bar]:bg-wrong [&::-webkit-progress-value]:bg-wrong",
};
const inks = { waiting: "text-ink-soft", running: "text-ink-soft", done: "text-fine", failed: "text-wrong" };
