"use client";

import { CircleAlert, CircleCheck, Hourglass, Info, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type BannerTone = "news" | "fine" | "waiting" | "careful" | "wrong";
type BannerProps = {
  tone?: BannerTone;
  title?: string;
  children?: ReactNode;
  /** A button or a link: what to do about it. */
  action?: ReactNode;
  /** With it the banner can be put away. */
  onDismiss?: () => void;
};

/** What happened, said in place: what is wrong at once, the rest when the reader pauses. An icon and its word tell the tone, not colour alone. */
export function Banner({ tone = "news", title, children, action, onDismiss }: BannerProps) {
  const text = useTranslations("ui");
  const { Icon, look } = tones[tone];
  return (
    <div
      role={tone === "wrong" ? "alert" : "status"}
      className={classNames("flex w-full items-start gap-3 rounded-card p-3 text-start text-sm", look)}
    >
      <Icon className="mt-[0.15lh] size-4.5 shrink-0" strokeWidth={1.75} aria-hidden="true" />
      <span className="sr-only">{text(`banner.${tone}`)}</span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-[1_1_16rem] text-ink">
          {title && <p className="font-semibold">{title}</p>}
          {children}
        </div>
        {action}
      </div>
      {onDismiss && (
        <button
          type="button"
          aria-label={text("dismiss")}
          onClick={onDismiss}
          className="-m-1 grid size-8 shrink-0 place-items-center rounded-control hover:bg-surface"
        >
          <X className="size-4.5" strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

const tones = {
  news: { Icon: Info, look: "bg-news-soft text-news" },
  fine: { Icon: CircleCheck, look: "bg-fine-soft text-fine" },
  waiting: { Icon: Hourglass, look: "bg-waiting-soft text-waiting" },
  careful: { Icon: TriangleAlert, look: "bg-careful-soft text-careful" },
  wrong: { Icon: CircleAlert, look: "bg-wrong-soft text-wrong" },
} satisfies Record<BannerTone, unknown>;
