import { classNames } from "#components/ui/class-names.ts";
import { isJapanese } from "./japanese.ts";
import type { PersonView } from "./person-view.ts";

type ReadingProps = { person: Pick<PersonView, "displayName" | "kana">; className?: string };

/** How a name is read: spaced, and Japanese on any page. None for a name in Latin letters, which says it itself. */
export function Reading({ person: { displayName, kana }, className }: ReadingProps) {
  if (!kana || !isJapanese(displayName)) return null;
  return (
    <span lang="ja" className={classNames("reading", className)}>
      {kana}
    </span>
  );
}
