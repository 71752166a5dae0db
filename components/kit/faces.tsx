import type { ReactNode } from "react";
import { Avatar, type AvatarPerson } from "#components/ui/avatar.tsx";
import { FacePile } from "#components/ui/face-pile.tsx";
import { Specimen, State } from "./specimen.tsx";
import { useWords } from "./use-words.ts";

type Face = AvatarPerson & { displayName: string };

/** People of the kit, with ids that are theirs for good. Two of them are namesakes. */
function usePeople(count: number): Face[] {
  const { people, monograms } = useWords();
  return Array.from({ length: count }, (_, index) => ({
    memberId: `01900000-0000-7000-8000-0000000000${String(index).padStart(2, "0")}`,
    displayName: people[index % people.length] ?? "",
    monogram: monograms[index % monograms.length] ?? "",
    kind: index % 3 === 2 ? "EMPLOYEE" : "ALUMNUS",
  }));
}

export function Faces() {
  const words = useWords();
  const people = usePeople(32);
  const [first] = people;
  if (!first) return null;
  const photo = { ...first, photo: "/apple-touch-icon.png" };
  return (
    <>
      <Specimen name="Avatar">
        <State name={words.sizes}>
          <Row>
            {([24, 32, 48, 112] as const).map((size) => (
              <Avatar key={size} person={first} size={size} />
            ))}
            {([24, 32, 48, 112] as const).map((size) => (
              <Avatar key={size} person={{ ...first, monogram: "HW", memberId: "hannah" }} size={size} />
            ))}
          </Row>
        </State>
        {(["ALUMNUS", "EMPLOYEE"] as const).map((kind) => (
          <State key={kind} name={kind === "ALUMNUS" ? words.alumnus : words.employee}>
            <Row>
              {people.map((person) => (
                <Avatar key={person.memberId} person={{ ...person, kind }} size={48} />
              ))}
            </Row>
          </State>
        ))}
        <State name={words.states.empty}>
          <Row>
            {people.slice(0, 8).map((person) => (
              <Avatar key={person.memberId} person={{ ...person, kind: undefined }} size={48} />
            ))}
            <Avatar person={{ memberId: "", monogram: "–" }} size={48} />
          </Row>
        </State>
        <State name={words.namesakes}>
          <ul className="grid gap-2">
            {[people[0], people[2]].map((person) =>
              person ? (
                <li key={person.memberId} className="flex items-center gap-3">
                  <Avatar person={person} />
                  {person.displayName}
                </li>
              ) : null,
            )}
          </ul>
        </State>
        <State name={words.here}>
          <Row>
            {([24, 32, 48, 112] as const).map((size) => (
              <Avatar key={size} person={first} size={size} here />
            ))}
          </Row>
        </State>
        <State name={words.photo}>
          <Row>
            <Avatar person={photo} size={24} />
            <Avatar person={photo} />
            <Avatar person={photo} size={48} here />
            <Avatar person={{ ...photo, kind: "EMPLOYEE" }} size={112} here />
            {/* One that does not come. */}
            <Avatar person={{ ...first, photo: "/api/none" }} size={48} />
            <Avatar person={{ ...first, kind: "EMPLOYEE", photo: "/api/none" }} size={112} />
          </Row>
        </State>
      </Specimen>
      <Specimen name="FacePile">
        <State name={words.many}>
          <FacePile people={people} total={484} />
        </State>
        <State name={words.states.rest}>
          <Row>
            <FacePile people={people.slice(0, 3)} size={24} />
            <FacePile people={people.slice(0, 5)} size={48} />
            <FacePile people={people.slice(0, 8)} max={3} />
          </Row>
        </State>
        <State name={words.single}>
          <FacePile people={people.slice(0, 1)} />
        </State>
      </Specimen>
    </>
  );
}

function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-end gap-3">{children}</div>;
}
