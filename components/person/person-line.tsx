import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { KindMark } from "./kind-mark.tsx";
import { Name } from "./name.tsx";
import type { PersonView } from "./person-view.ts";
import { Reading } from "./reading.tsx";

type PersonLineProps = { person: PersonView; children?: ReactNode };

/** A person as a line to choose. `children` stand at its end. */
export function PersonLine({ person, children }: PersonLineProps) {
  return (
    <>
      <Avatar person={person} />
      <span className="min-w-0 flex-1 leading-snug">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <Name className="font-medium">{person.displayName}</Name>
          <Reading person={person} />
        </span>
        <span className="block truncate text-xs text-ink-soft">
          <KindMark kind={person.kind} /> {person.apart && <span className="ps-2">{person.apart}</span>}{" "}
          {person.headline && <span className="ps-2">{person.headline}</span>}
        </span>
      </span>
      {children}
    </>
  );
}
