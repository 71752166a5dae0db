import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type AlertTone = "info" | "success" | "error";
type AlertProps = { tone?: AlertTone; children: ReactNode };

/** What happened, said in place: errors at once, the rest when the reader pauses. */
export function Alert({ tone = "info", children }: AlertProps) {
  const { Icon, colour, ground } = tones[tone];
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      className={classNames("flex items-start gap-2 rounded-control p-3 text-sm", ground)}
    >
      <Icon
        className={classNames("mt-[0.15lh] size-4.5 shrink-0", colour)}
        strokeWidth={1.75}
        aria-hidden="true"
      />
      <div>{children}</div>
    </div>
  );
}

const tones = {
  info: { Icon: Info, colour: "text-news", ground: "bg-news-soft" },
  success: { Icon: CircleCheck, colour: "text-fine", ground: "bg-fine-soft" },
  error: { Icon: CircleAlert, colour: "text-wrong", ground: "bg-wrong-soft" },
} satisfies Record<AlertTone, unknown>;
