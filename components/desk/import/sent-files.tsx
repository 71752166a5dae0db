import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { BareList } from "#components/ui/list.tsx";
import type { FileState } from "./use-sent-files.ts";

/** How far each file is on its way. */
export function SentFiles({ states }: { states: ReadonlyMap<File, FileState> }) {
  const text = useTranslations("leavers.import");
  if (states.size === 0) return null;
  return (
    <BareList aria-label={text("start.sending")} className="grid gap-3">
      {[...states].map(([file, { step, part }]) => {
        const words = text(`upload.${step}`, { percent: part });
        return (
          <li key={`${file.name} ${file.size} ${file.lastModified}`} className="grid gap-1 text-sm">
            <div className="flex items-baseline justify-between gap-4">
              <p className="min-w-0 truncate">{file.name}</p>
              <p className={classNames("shrink-0 text-xs tabular-nums", inks[step])}>{words}</p>
            </div>
            <div
              role="progressbar"
              aria-label={file.name}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round(part * 100)}
              aria-valuetext={words}
              className="h-1 overflow-hidden rounded-full bg-sunken"
            >
              <div
                style={{ width: `${part * 100}%` }}
                className={classNames(
                  "h-full transition-[width]",
                  step === "sent" ? "bg-fine" : "bg-accent-fill",
                  step === "checking" && "animate-breathe",
                )}
              />
            </div>
          </li>
        );
      })}
    </BareList>
  );
}

const inks: Record<FileState["step"], string> = {
  waiting: "text-ink-soft",
  sending: "text-ink-soft",
  checking: "text-ink-soft",
  sent: "text-fine",
  failed: "text-wrong",
};
