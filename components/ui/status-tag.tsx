import { CircleAlert, CircleCheck, CircleDashed, Hourglass, Info, TriangleAlert } from "lucide";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

export type StatusTone = "quiet" | "news" | "fine" | "waiting" | "careful" | "wrong";

/** How something stands, in a word: an icon tells its tone beside the colour. */
export function StatusTag({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  const { icon, look } = tones[tone];
  return (
    <span
      className={classNames(
        "inline-flex min-h-6 items-center gap-1 rounded-full px-3 text-xs whitespace-nowrap",
        look,
      )}
    >
      <Icon icon={icon} className="size-4 shrink-0" />
      <span className="text-ink">{children}</span>
    </span>
  );
}

const tones = {
  quiet: { icon: CircleDashed, look: "bg-sunken text-ink-soft" },
  news: { icon: Info, look: "bg-news-soft text-news" },
  fine: { icon: CircleCheck, look: "bg-fine-soft text-fine" },
  waiting: { icon: Hourglass, look: "bg-waiting-soft text-waiting" },
  careful: { icon: TriangleAlert, look: "bg-careful-soft text-careful" },
  wrong: { icon: CircleAlert, look: "bg-wrong-soft text-wrong" },
} satisfies Record<StatusTone, unknown>;
