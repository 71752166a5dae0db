import { BareList } from "#components/ui/list.tsx";
import type { Position } from "#lib/people/schema.ts";
import { monthWords } from "./month-words.ts";

type PositionsProps = {
  positions: readonly Position[];
  /** Their last day here: what has no end of its own ended then. */
  leftOn: string | null;
  locale: string;
  eras: boolean;
  /** What one says for something that goes on. */
  still: string;
};

/** What somebody held here, department by department; months where they are shown. */
export function Positions({ positions, leftOn, locale, eras, still }: PositionsProps) {
  const words = (value: string) => monthWords(value, locale, eras);
  return (
    <BareList className="grid gap-2">
      {positions.map(({ department, title, from, until }) => {
        const end = until ?? leftOn;
        return (
          <li key={[department, title, from, until].join("|")}>
            <p>
              {department}
              {title && <span className="ms-2 text-sm text-ink-soft">{title}</span>}
            </p>
            {from && (
              <p className="text-sm text-ink-soft tabular-nums">
                {`${words(from)} – ${end ? words(end) : still}`}
              </p>
            )}
          </li>
        );
      })}
    </BareList>
  );
}
