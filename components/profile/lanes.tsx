import { useTranslations } from "next-intl";
import { yearSpan } from "#components/person/employment.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { Career, Person } from "#lib/people/schema.ts";
import type { LaneYears, Stretch } from "./lane-years.ts";

type LanesProps = {
  person: Pick<Person, "displayName"> & Career;
  own: Career;
  lanes: LaneYears;
};

/** Two careers as lanes over the years, the reader's below: where they lie side by side, both were here. */
export function Lanes({ person, own, lanes }: LanesProps) {
  const text = useTranslations("people.shared");
  const words = (name: string, { department, joinedOn, leftOn }: Career) =>
    text("lane", {
      name,
      known: String(department !== null),
      department: department ?? "",
      years: yearSpan(joinedOn, leftOn),
    });
  return (
    <figure>
      <figcaption className="sr-only">
        {words(person.displayName, person)} {words(text("you"), own)}
      </figcaption>
      <div aria-hidden="true" className="relative pt-1 text-xs">
        {lanes.together && (
          <div className="absolute inset-y-0 rounded-sm bg-accent-soft" style={placed(lanes.together)} />
        )}
        <Lane stretch={lanes.other} name={person.displayName} department={person.department} />
        <Lane stretch={lanes.own} name={text("you")} department={own.department} own />
        <div className="relative mt-1 h-5 border-t border-hairline tabular-nums text-ink-soft">
          {lanes.marks.map(({ year, at }, index) => (
            <span
              key={year}
              className={classNames("absolute pt-0.5", index > 0 && "-translate-x-1/2")}
              style={{ insetInlineStart: `${at}%` }}
            >
              {year}
            </span>
          ))}
          {lanes.untilNow && <span className="absolute end-0 pt-0.5">{text("now")}</span>}
        </div>
      </div>
    </figure>
  );
}

type LaneProps = { stretch: Stretch; name: string; department: string | null; own?: boolean };

function Lane({ stretch, name, department, own = false }: LaneProps) {
  return (
    <div className="relative pb-3">
      <p className="flex gap-x-3 pb-1">
        <span className="font-medium">{name}</span>
        {department && <span className="truncate text-ink-soft">{department}</span>}
      </p>
      <div className="h-2.5 rounded-full bg-hairline/60">
        <div
          className={classNames("relative h-full rounded-full", own ? "bg-ink-soft" : "bg-accent")}
          style={{ marginInlineStart: `${stretch.start}%`, width: `${stretch.length}%` }}
        />
      </div>
    </div>
  );
}

function placed({ start, length }: Stretch) {
  return { insetInlineStart: `${start}%`, width: `${length}%` };
}
