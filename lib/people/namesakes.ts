type Named = {
  memberId: string;
  displayName: string;
  department: string | null;
  joinedOn: string | null;
  leftOn: string | null;
};

/**
 * Of people who stand in one list: what tells apart those who have the same name, by member id. The department; the years as well where
 * that is the same too; as far as they are known. Dates are days, YYYY-MM-DD.
 */
export function tellApart(people: readonly Named[]): Map<string, string> {
  const namesakes = Map.groupBy(people, ({ displayName }) => displayName);
  return new Map(
    [...namesakes.values()]
      .filter(({ length }) => length > 1)
      .flatMap((same) => same.map((person): [string, string] => [person.memberId, apartFrom(person, same)]))
      .filter(([, words]) => words !== ""),
  );
}

function apartFrom(person: Named, same: readonly Named[]): string {
  const { department, joinedOn, leftOn } = person;
  const alone = same.every((other) => other === person || other.department !== department);
  const years = joinedOn && `${joinedOn.slice(0, 4)}–${leftOn?.slice(0, 4) ?? ""}`;
  return (alone && department) || [department, years].filter(Boolean).join(" ");
}
