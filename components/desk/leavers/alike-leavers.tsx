import Link from "next/link";
import { useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { BareList } from "#components/ui/list.tsx";
import type { LeaverRecord } from "#lib/leavers/record.ts";
import type { LeaverCard } from "#lib/leavers/schema.ts";
import { useDayWords } from "./day-words.tsx";
import { leaverNames } from "./leaver-names.ts";
import { leaverHref } from "./leavers-href.ts";

type AlikeLeaversProps = { company: string; leaver: LeaverRecord; alike: readonly LeaverCard[] };

/** Who may be the same person, for HR to look at and to make one of. */
export function AlikeLeavers({ company, leaver, alike }: AlikeLeaversProps) {
  const text = useTranslations("leavers.record");
  const dayWords = useDayWords();
  if (alike.length === 0) return null;
  return (
    <div className="mb-6">
      <Banner tone="careful" title={text("alike", { count: alike.length })}>
        <BareList className="mt-2 grid gap-2">
          {alike.map((other) => {
            const { name } = leaverNames(other);
            const facts = [
              other.number,
              other.department,
              other.leftOn && dayWords(other.leftOn),
              other.mail,
            ];
            return (
              <li key={other.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  <Link
                    href={leaverHref(company, other.id)}
                    className="font-medium underline underline-offset-4"
                  >
                    {name}
                  </Link>{" "}
                  {facts.filter(Boolean).join(text("slash"))}
                </span>
                <LinkButton
                  size="small"
                  href={`${leaverHref(company, leaver.id)}/merge/${encodeURIComponent(other.id)}`}
                  aria-label={text("mergeWith", { name })}
                >
                  {text("merge")}
                </LinkButton>
              </li>
            );
          })}
        </BareList>
      </Banner>
    </div>
  );
}
