import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

type RefusedNoteProps = {
  /** A key of errors.json, where it says more than that it was refused. */
  reason: string | null;
  onRewrite: () => void;
};

/** Under a line that the server will not take: why, and its words back. */
export function RefusedNote({ reason, onRewrite }: RefusedNoteProps) {
  const text = useTranslations("chat.thread");
  return (
    <p role="alert" className="mt-1 flex flex-wrap items-center gap-x-1.5 px-1 text-xs text-danger">
      <CircleAlert className="size-3.5" aria-hidden="true" />
      {reason !== null && isKnown(reason) ? text(`refusals.${reason}`) : text("refused")}
      <button type="button" onClick={onRewrite} className="min-h-6 px-1 underline underline-offset-3">
        {text("rewrite")}
      </button>
    </p>
  );
}

const known = ["chat-waiting", "chat-closed", "chat-files", "not-found"] as const;

function isKnown(reason: string): reason is (typeof known)[number] {
  return known.some((one) => one === reason);
}
