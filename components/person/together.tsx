import { useTranslations } from "next-intl";
import type { Overlap } from "#lib/people/schema.ts";
import { yearSpan } from "./employment.ts";

/** What somebody shares with the reader of their time here. */
export function Together({ overlap }: { overlap: Overlap }) {
  const text = useTranslations("people.directory");
  if ("joined" in overlap) return <span className="together">{text("sameYear")}</span>;
  const years = yearSpan(overlap.from, overlap.until);
  return (
    <span className="together">
      {text.rich("together", { place: () => <span>{overlap.department}</span>, years })}
    </span>
  );
}
