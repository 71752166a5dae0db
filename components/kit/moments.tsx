import { Button } from "#components/ui/button.tsx";
import { DateText, DayText, TimeText } from "#components/ui/date-text.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Lantern } from "#components/ui/illustrations/lantern.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
import { Tea } from "#components/ui/illustrations/tea.tsx";
import { Skeleton, SkeletonLine, SkeletonRows } from "#components/ui/skeleton.tsx";
import { Specimen, State } from "./specimen.tsx";
import { useWords } from "./use-words.ts";

const today = "2026-11-29";
const moments = [
  "2026-11-29T03:05:00Z",
  "2026-11-28T03:05:00Z",
  "2026-04-01T03:05:00Z",
  "2016-04-01T03:05:00Z",
];

/** What stands where there is nothing yet, and how moments are written. */
export function Moments() {
  const words = useWords();
  return (
    <>
      <Specimen name="Skeleton">
        <State name={words.loading}>
          <Skeleton>
            <SkeletonLine className="h-7 w-48" />
            <SkeletonRows count={2} />
          </Skeleton>
        </State>
      </Specimen>
      <Specimen name="EmptyState">
        <State name={words.states.rest}>
          <EmptyState
            picture={<Seat />}
            title={words.emptyTitle}
            action={<Button variant="primary">{words.join}</Button>}
          >
            {words.emptyText}
          </EmptyState>
        </State>
        <State name={words.states.long}>
          <EmptyState small picture={<Tea />} title={words.long}>
            {words.emptyText}
          </EmptyState>
        </State>
      </Specimen>
      <Specimen name="ErrorState">
        <State name={words.states.rest}>
          <ErrorState
            picture={<Lantern />}
            title={words.brokenTitle}
            reference={words.reference}
            action={<Button>{words.again}</Button>}
          >
            {words.brokenText}
          </ErrorState>
        </State>
      </Specimen>
      <Specimen name="DateText">
        <State name={words.days}>
          <ul className="grid gap-1 text-sm">
            {moments.map((at) => (
              <li key={at} className="grid max-w-md grid-cols-4 gap-4">
                <DateText at={at} today={today} />
                <DateText at={at} today={today} withTime />
                <TimeText at={at} />
                <DayText day={at.slice(0, 10)} today={today} />
              </li>
            ))}
          </ul>
        </State>
      </Specimen>
    </>
  );
}
