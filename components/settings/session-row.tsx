import { Monitor, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { deviceOf } from "./device.ts";

export type SessionLine = { id: string; userAgent: string; lastSeenAt: string; current: boolean };
type SessionRowProps = { session: SessionLine; locale: string; timeZone: string };

/** A signed-in browser, in words. */
export function SessionRow({ session, locale, timeZone }: SessionRowProps) {
  const text = useTranslations("settings.sessions");
  const { browser, system } = deviceOf(session.userAgent);
  const device =
    browser && system ? text("device", { browser, system }) : (browser ?? system ?? text("unknownDevice"));
  const Icon = system === "iPhone" || system === "Android" ? Smartphone : Monitor;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <Icon className="size-5 text-ink-soft" strokeWidth={1.5} aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{device}</p>
        <p className="text-sm text-ink-soft">
          {text.rich("lastSeen", {
            when: () => <RelativeTime at={session.lastSeenAt} locale={locale} timeZone={timeZone} />,
          })}
        </p>
      </div>
      {session.current ? (
        <Tag>{text("current")}</Tag>
      ) : (
        <Button
          type="submit"
          name="session"
          value={session.id}
          size="small"
          aria-label={text("endDevice", { device })}
        >
          {text("end")}
        </Button>
      )}
    </div>
  );
}
