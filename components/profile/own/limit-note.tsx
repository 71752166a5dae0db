import { useTranslations } from "next-intl";
import { isRecordedField, type Limit } from "#lib/people/audiences.ts";

type LimitNoteProps = {
  field: string;
  limit: Exclude<Limit, "EVERYONE">;
  /** What the company is called. */
  company: string;
  /** One employee alone is named. */
  contact: boolean;
};

/** What the company shows at most, and that what one chooses is kept. */
export function LimitNote({ field, limit, company, contact }: LimitNoteProps) {
  const text = useTranslations("people.edit.visibility.limits");
  return (
    <p className="col-span-2 text-sm text-ink-soft [word-break:auto-phrase]">
      {text("both", {
        limit: text(limit, { company, recorded: String(isRecordedField(field)) }),
        kept: text(contact && limit === "HR" ? "contact" : "kept"),
      })}
    </p>
  );
}
