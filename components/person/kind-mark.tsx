import { useTranslations } from "next-intl";
import type { PersonKind } from "./person-view.ts";

/** An open ring for one who left, a full one for one who is there; the word says it too. */
export function KindMark({ kind }: { kind: PersonKind }) {
  const text = useTranslations("ui.person.kind");
  return (
    <span className="kind" data-kind={kind}>
      {text(kind)}
    </span>
  );
}
