import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

/** Under a line that the server will not take: gives its text back. */
export function RefusedNote({ onRewrite }: { onRewrite: () => void }) {
  const text = useTranslations("chat.thread");
  return (
    <p role="alert" className="mt-1 flex items-center gap-1.5 px-1 text-xs text-danger">
      <CircleAlert className="size-3.5" aria-hidden="true" />
      {text("refused")}
      <button type="button" onClick={onRewrite} className="min-h-6 px-1 underline underline-offset-3">
        {text("rewrite")}
      </button>
    </p>
  );
}
