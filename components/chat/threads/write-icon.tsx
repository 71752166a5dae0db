import { MessageCircle } from "lucide";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { StartThread } from "#components/chat/chat-actions.ts";
import { useCommand } from "#components/chat/use-command.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { threadHref } from "#lib/hrefs.ts";

type WriteIconProps = {
  company: string;
  person: { memberId: string; displayName: string };
  start: StartThread;
};

/** Opens the conversation with a person of a list: there when the line is pointed at or holds the focus, and always under a thumb. */
export function WriteIcon({ company, person: { memberId, displayName }, start }: WriteIconProps) {
  const text = useTranslations("chat");
  const router = useRouter();
  const { run, pending, error } = useCommand(text("unreachable"));
  async function write() {
    const started = await run("write", () => start(company, { name: null, memberIds: [memberId] }));
    if (started) router.push(threadHref(company, started.data));
  }
  return (
    <div className="relative">
      <button
        type="button"
        title={text("write")}
        aria-label={text("writeTo", { name: displayName })}
        aria-disabled={pending !== null || undefined}
        onClick={() => void write()}
        className={classNames(
          "grid size-11 place-items-center rounded-full text-ink-soft transition-opacity hover:bg-accent-soft hover:text-accent-ink",
          pending
            ? "animate-pulse"
            : "opacity-0 group-hover/person:opacity-100 focus-visible:opacity-100 group-focus-within/person:opacity-100 [@media(hover:none)]:opacity-100",
        )}
      >
        <Icon icon={MessageCircle} className="size-5" />
      </button>
      {error && (
        <p
          role="alert"
          className="absolute end-0 top-full z-1 w-48 rounded-control bg-surface p-2 text-sm text-wrong shadow-float"
        >
          {error}
        </p>
      )}
    </div>
  );
}
