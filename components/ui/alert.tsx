import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type AlertTone = "info" | "success" | "error";
type AlertProps = { tone?: AlertTone; children: ReactNode };

/** What happened, said in place: errors at once, the rest when the reader pauses. */
export function Alert({ tone = "info", children }: AlertProps) {
  const { Icon, colour } = tones[tone];
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      className="flex items-start gap-2 border-y border-hairline py-3 text-sm"
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
  info: { Icon: Info, colour: "text-ink-soft" },
  success: { Icon: CircleCheck, colour: "text-fine" },
  error: { Icon: CircleAlert, colour: "text-wrong" },
} satisfies Record<AlertTone, unknown>;
