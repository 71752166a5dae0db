import { CircleAlert, TriangleAlert, Users } from "lucide";
import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { BareList } from "#components/ui/list.tsx";
import type { Problem } from "#lib/leavers/schema.ts";
import { usePlaceWords } from "./use-place-words.ts";

/** What is wrong, where it stands, and what to do about it. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const text = useTranslations("leavers.import");
  const { cellWords, rowWords } = usePlaceWords();
  if (problems.length === 0) return null;
  return (
    <BareList className="grid gap-2 text-sm">
      {problems.map(({ kind, reason, cell, like }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one reason may hold of several cells, and their order stays.
        <li key={at} className="flex items-start gap-2">
          <Icon icon={icons[kind]} className={classNames("mt-[0.2lh] size-4 shrink-0", inks[kind])} />
          <p className="min-w-0 wrap-anywhere">
            <span className="sr-only">{text(`row.${kind}`)} </span>
            {cell && (
              <span className="text-ink-soft">
                {cellWords(cell)} {text("row.says", { text: cell.text })}{" "}
              </span>
            )}
            {text(`reasons.${reason}`)}
            {like && (
              <span className="text-ink-soft">
                {" "}
                {text("row.like", { place: rowWords(like.file, like.row) })}
              </span>
            )}
          </p>
        </li>
      ))}
    </BareList>
  );
}

const icons = { error: CircleAlert, warning: TriangleAlert, duplicate: Users };
const inks = { error: "text-wrong", warning: "text-careful", duplicate: "text-careful" };
