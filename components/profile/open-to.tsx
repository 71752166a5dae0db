import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BareList } from "#components/ui/list.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { OpenTo as OpenToOne, Purpose } from "#lib/people/schema.ts";

type OpenToProps = {
  purposes: readonly OpenToOne[];
  /** What the reader can do about each. */
  action?: (purpose: Purpose) => ReactNode;
};

/** What somebody is open to, each with a line of their own where they wrote one; those with one first. */
export function OpenTo({ purposes, action }: OpenToProps) {
  const text = useTranslations("people.purposes");
  const ordered = purposes.toSorted((one, other) => Number(!one.note) - Number(!other.note));
  return (
    <BareList className={action ? "grid gap-4" : "flex flex-wrap gap-x-2 gap-y-3"}>
      {ordered.map(({ purpose, note }) => (
        <li
          key={purpose}
          className={
            action
              ? "grid items-start gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto]"
              : note
                ? "w-full"
                : ""
          }
        >
          <div className="grid justify-items-start gap-1">
            <Tag>{text(purpose)}</Tag>
            {note && <p className="max-w-prose">{note}</p>}
          </div>
          {action?.(purpose)}
        </li>
      ))}
    </BareList>
  );
}
