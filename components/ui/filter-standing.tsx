import { useTranslations } from "next-intl";
import { Button } from "./button.tsx";
import type { FilterAnswer } from "./filter-answer.ts";
import { LiveRegion } from "./live-region.tsx";

type FilterStandingProps = { answer: FilterAnswer | null; busy: boolean; count: number; onAgain: () => void };

/** How it stands with the choices: spoken always, shown where none shows it. */
export function FilterStanding({ answer, busy, count, onAgain }: FilterStandingProps) {
  const text = useTranslations("ui.filters");
  const error = answer && "error" in answer ? answer.error : null;
  const words = standing();
  return (
    <>
      <LiveRegion message={words || text("choices", { count })} />
      {words && <p className="px-3 py-3 text-ink-soft">{words}</p>}
      {error && !busy && (
        <div className="px-3 pb-3">
          <Button size="small" onClick={onAgain}>
            {text("again")}
          </Button>
        </div>
      )}
    </>
  );

  function standing(): string {
    if (error) return error;
    if (count > 0) return "";
    return busy ? text("busy") : text("none");
  }
}
