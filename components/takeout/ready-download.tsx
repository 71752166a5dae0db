import { Download } from "lucide";
import { useTranslations } from "next-intl";
import { buttonStyle } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";

type ReadyDownloadProps = { href: string; size: string; made: string; until: string };

/** A takeout that is there: of when it is, how large, until when, and the way to have it. */
export function ReadyDownload({ href, size, made, until }: ReadyDownloadProps) {
  const text = useTranslations("takeout.panel");
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card bg-fine-soft p-4">
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="font-semibold">{text("ready")}</p>
        <p className="text-sm text-ink-soft">{text("until", { made, size, until })}</p>
      </div>
      <a href={href} download className={classNames(buttonStyle({ variant: "primary" }), "gap-2")}>
        <Icon icon={Download} className="size-4.5" />
        {text("download")}
      </a>
    </div>
  );
}
