import { useFormatter, useTranslations } from "next-intl";
import type { decideCorrectionAction } from "#app/c/[company]/desk/corrections/actions.ts";
import { Person } from "#components/person/person.tsx";
import { personHref } from "#lib/hrefs.ts";
import type { AskedCorrection } from "#lib/people/schema.ts";
import { BothValues } from "./both-values.tsx";
import { Decide } from "./decide.tsx";

type CorrectionCardProps = {
  company: string;
  correction: AskedCorrection;
  /** Left out where it is decided. */
  decide?: typeof decideCorrectionAction;
  onWord?: (isBegun: boolean) => void;
  onGone?: () => void;
};

/** Who says what about their record, beside what stands there. */
export function CorrectionCard({ company, correction, decide, onWord, onGone }: CorrectionCardProps) {
  const text = useTranslations("people.corrections");
  const format = useFormatter();
  const { person, status, decidedAt, decidedBy, answer } = correction;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "long" });
  return (
    <article className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Person size="small" person={person} href={personHref(company, person.memberId)} />
        <p className="text-sm text-ink-soft tabular-nums">
          {text("asked", { day: day(correction.askedAt) })}
        </p>
      </div>
      <BothValues correction={correction} />
      {status !== "WAITING" && decidedAt && (
        <p className="text-sm text-ink-soft">
          {text(status, { day: day(decidedAt), name: decidedBy ?? text("somebody") })}
          {answer && <span className="block text-ink">{text("answer", { words: answer })}</span>}
        </p>
      )}
      {decide && onWord && onGone && (
        <Decide company={company} correction={correction} decide={decide} onWord={onWord} onGone={onGone} />
      )}
    </article>
  );
}
