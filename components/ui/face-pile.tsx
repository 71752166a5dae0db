import { useTranslations } from "next-intl";
import { Avatar, type AvatarPerson, type AvatarSize } from "./avatar.tsx";
import { classNames } from "./class-names.ts";

type FacePileProps = {
  /** With the name by which each is told to a screen reader. */
  people: readonly (AvatarPerson & { displayName: string })[];
  /** How many there are, where that is more than `people`. */
  total?: number;
  /** How many faces at most. */
  max?: number;
  size?: Exclude<AvatarSize, 112>;
  /** Where it is said beside it who they are. */
  silent?: boolean;
};

/** Some faces of many, one over the edge of the other, and how many more there are. Nothing where nobody is. */
export function FacePile({
  people,
  total = people.length,
  max = 5,
  size = 32,
  silent = false,
}: FacePileProps) {
  const text = useTranslations("ui.pile");
  const shown = people.slice(0, max);
  const more = Math.max(total, people.length) - shown.length;
  if (shown.length === 0) return null;
  const names = shown.map(({ displayName }) => displayName).join(text("comma"));
  return (
    <span className="inline-flex items-center">
      {!silent && (
        <span className="sr-only">{more > 0 ? text("andMore", { names, count: more }) : names}</span>
      )}
      <span
        aria-hidden="true"
        className={classNames("face-over isolate inline-flex", size === 24 ? "-space-x-1" : "-space-x-2")}
      >
        {shown.map((person) => (
          <Avatar key={person.memberId} person={person} size={size} />
        ))}
      </span>
      {more > 0 && (
        <span aria-hidden="true" className="ms-2 text-xs text-ink-soft tabular-nums">
          +{more}
        </span>
      )}
    </span>
  );
}
