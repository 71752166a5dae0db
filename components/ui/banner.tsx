"use client";

import { CircleAlert, CircleCheck, Hourglass, Info, TriangleAlert, X } from "lucide";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

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
  const { icon, look } = tones[tone];
  return (
    <div
      role={tone === "wrong" ? "alert" : "status"}
      className={classNames("flex w-full items-start gap-3 rounded-card p-3 text-start text-sm", look)}
    >
      <Icon icon={icon} className="mt-[0.15lh] size-4.5 shrink-0" />
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
          <Icon icon={X} className="size-4.5" />
        </button>
      )}
    </div>
  );
}

const tones = {
  news: { icon: Info, look: "bg-news-soft text-news" },
  fine: { icon: CircleCheck, look: "bg-fine-soft text-fine" },
  waiting: { icon: Hourglass, look: "bg-waiting-soft text-waiting" },
  careful: { icon: TriangleAlert, look: "bg-careful-soft text-careful" },
  wrong: { icon: CircleAlert, look: "bg-wrong-soft text-wrong" },
} satisfies Record<BannerTone, unknown>;
