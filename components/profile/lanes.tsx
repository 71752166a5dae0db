import { useTranslations } from "next-intl";
import { yearSpan } from "#components/person/employment.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { Career, Person } from "#lib/people/schema.ts";
import type { Held, LaneYears, Stretch } from "./lane-years.ts";

type LanesProps = {
  person: Pick<Person, "displayName"> & Career;
  own: Career;
  lanes: LaneYears;
};

/** Two careers as lanes over the years, the reader's below, each with what was held in it: where they lie side by side, both were here. */
export function Lanes({ person, own, lanes }: LanesProps) {
  const text = useTranslations("people.shared");
  const words = (name: string, { department, joinedOn, leftOn }: Career, held: readonly Held[]) => [
    text("lane", {
      name,
      known: String(department !== null),
      department: department ?? "",
      years: yearSpan(joinedOn, leftOn),
    }),
    ...held.map((one) => text("held", { department: one.department, months: monthSpan(one, text("now")) })),
  ];
  return (
    <figure>
      <figcaption className="sr-only">
        {[
          ...words(person.displayName, person, lanes.other.held),
          ...words(text("you"), own, lanes.own.held),
        ].join(" ")}
      </figcaption>
      <div aria-hidden="true" className="relative pt-1 text-xs">
        {lanes.together && (
          <div className="absolute inset-y-0 rounded-sm bg-accent-soft" style={placed(lanes.together)} />
        )}
        <Lane {...lanes.other} name={person.displayName} department={person.department} />
        <Lane {...lanes.own} name={text("you")} department={own.department} own />
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

type LaneProps = {
  whole: Stretch;
  held: readonly Held[];
  name: string;
  department: string | null;
  own?: boolean;
};

function Lane({ whole, held, name, department, own = false }: LaneProps) {
  const text = useTranslations("people.shared");
  return (
    <div className="relative pb-3">
      <p className="flex gap-x-3 pb-1">
        <span className="font-medium">{name}</span>
        {department && <span className="truncate text-ink-soft">{department}</span>}
      </p>
      <Bar stretch={whole} className={classNames("h-2.5", own ? "bg-ink-soft" : "bg-accent")} />
      {held.map((one) => (
        <div key={[one.department, one.since, one.until].join("|")} className="pt-2">
          <p className="flex gap-x-3 pb-0.5 text-ink-soft">
            <span className="truncate">{one.department}</span>
            <span className="shrink-0 tabular-nums">{monthSpan(one, text("now"))}</span>
          </p>
          <Bar
            stretch={one.stretch}
            className={classNames("h-1.5", own ? "bg-ink-soft/70" : "bg-accent/70")}
          />
        </div>
      ))}
    </div>
  );
}

function Bar({ stretch: { start, length }, className }: { stretch: Stretch; className: string }) {
  return (
    <div className="rounded-full bg-hairline/60">
      <div
        className={classNames("relative rounded-full", className)}
        style={{ marginInlineStart: `${start}%`, width: `${length}%` }}
      />
    </div>
  );
}

/** 2016/4–2018/3, the same in every language. */
function monthSpan({ since, until }: Held, now: string): string {
  const short = (day: string) => `${day.slice(0, 4)}/${Number(day.slice(5, 7))}`;
  return `${short(since)}–${until ? short(until) : now}`;
}

function placed({ start, length }: Stretch) {
  return { insetInlineStart: `${start}%`, width: `${length}%` };
}
