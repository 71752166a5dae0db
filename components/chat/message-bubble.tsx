import { classNames } from "#components/ui/class-names.ts";
import type { ShownLine } from "./conversation-days.ts";
import { MessageText } from "./message-text.tsx";

type MessageBubbleProps = { line: ShownLine; own: boolean; arriving: boolean };

export function MessageBubble({ line, own, arriving }: MessageBubbleProps) {
  return (
    <div
      data-number={line.number ?? undefined}
      className={classNames(
        "w-fit max-w-[min(100%,34rem)] rounded-bubble px-4 py-2 transition-opacity",
        own ? "rounded-se-control bg-accent-soft" : "rounded-ss-control bg-sunken",
        line.state !== "sent" && "opacity-70",
        arriving && "animate-arrive",
      )}
    >
      <MessageText text={line.text} />
    </div>
  );
}
