import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

type NewMessagesButtonProps = {
  /** How many came since the reader was at the end; 0 for the way back alone. */
  count: number;
  onPress: () => void;
};

/** Over the end of the box while newer lines are below it. */
export function NewMessagesButton({ count, onPress }: NewMessagesButtonProps) {
  const text = useTranslations("chat.thread");
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      <Button
        size="small"
        onClick={onPress}
        className="pointer-events-auto animate-arrive rounded-full! shadow-float"
      >
        {count > 0 ? text("newMessages", { count }) : text("toNewest")}
        <ArrowDown className="size-3.5" aria-hidden="true" />
      </Button>
    </div>
  );
}
