import { useTranslations } from "next-intl";
import { BareList } from "#components/ui/list.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { OpenTo as Purposes } from "#lib/people/schema.ts";

/** What somebody is open to: those with a line of their own first, each with it, then the others, one beside the other. */
export function OpenTo({ purposes }: { purposes: readonly Purposes[] }) {
  const text = useTranslations("people.purposes");
  const plain = purposes.filter(({ note }) => !note);
  return (
    <div className="grid gap-4">
      {plain.length < purposes.length && (
        <dl className="grid gap-4">
          {purposes.map(
            ({ purpose, note }) =>
              note && (
                <div key={purpose} className="grid justify-items-start gap-1">
                  <dt>
                    <Tag>{text(purpose)}</Tag>
                  </dt>
                  <dd className="max-w-prose">{note}</dd>
                </div>
              ),
          )}
        </dl>
      )}
      {plain.length > 0 && (
        <BareList className="flex flex-wrap gap-2">
          {plain.map(({ purpose }) => (
            <li key={purpose}>
              <Tag>{text(purpose)}</Tag>
            </li>
          ))}
        </BareList>
      )}
    </div>
  );
}
