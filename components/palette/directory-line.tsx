import { BookUser } from "lucide-react";
import { useTranslations } from "next-intl";

type DirectoryLineProps = { total: number; atLeast: boolean };

/** There are more than stand here: the directory has them all. */
export function DirectoryLine({ total, atLeast }: DirectoryLineProps) {
  const text = useTranslations("palette");
  return (
    <>
      <span className="grid size-7 shrink-0 place-items-center text-ink-soft">
        <BookUser className="size-5" strokeWidth={1.6} aria-hidden="true" />
      </span>
      {text(atLeast ? "manyInDirectory" : "allInDirectory", { count: total })}
    </>
  );
}
