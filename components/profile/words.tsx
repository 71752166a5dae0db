import { BareList } from "#components/ui/list.tsx";
import { Tag } from "#components/ui/tag.tsx";

/** Words that somebody says of themself, one beside the other. */
export function Words({ children }: { children: readonly string[] }) {
  return (
    <BareList className="flex flex-wrap gap-2">
      {children.map((word) => (
        <li key={word}>
          <Tag>{word}</Tag>
        </li>
      ))}
    </BareList>
  );
}
