import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

type NewMessagesButtonProps = { count: number; onPress: () => void };

/** Over the end of the box while newer lines wait below it. */
export function NewMessagesButton({ count, onPress }: NewMessagesButtonProps) {
  const text = useTranslations("chat.thread");
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-4 flex justify-center">
      <Button
        size="small"
        onClick={onPress}
        className="pointer-events-auto animate-arrive rounded-full! shadow-float"
      >
        {text("newMessages", { count })}
        <ArrowDown className="size-3.5" aria-hidden="true" />
      </Button>
    </div>
  );
}
