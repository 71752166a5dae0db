import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { PersonKind } from "./person-view.ts";

/** An open ring for one who left, a full one for one who is there; the word says it too. */
export function KindMark({ kind }: { kind: PersonKind }) {
  const text = useTranslations("ui.person.kind");
  return (
    <span className="truncate text-xs text-ink-soft">
      <span
        aria-hidden="true"
        className={classNames(
          "me-2 inline-block size-2 rounded-full border-[1.5px] border-current",
          kind === "EMPLOYEE" && "bg-current",
        )}
      />
      {text(kind)}
    </span>
  );
}
