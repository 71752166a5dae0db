import { useTranslations } from "next-intl";
import type { Person } from "#lib/people/schema.ts";

type Now = Pick<Person, "employer" | "employerTitle" | "industry" | "work">;

/** Where somebody works now, as what, and what they do there. */
export function Occupation({ person: { employer, employerTitle, industry, work } }: { person: Now }) {
  const text = useTranslations("people.profile");
  const [first, ...rest] = [employer, employerTitle].filter((words) => words !== null);
  return (
    <div className="grid gap-2">
      {first && (
        <p>
          <span className="font-medium">{first}</span>
          {rest.map((words) => (
            <span key={words} className="ms-3">
              {words}
            </span>
          ))}
        </p>
      )}
      {industry && (
        <p className="text-sm text-ink-soft">
          {text("industry")}
          <span className="ms-3 text-ink">{industry}</span>
        </p>
      )}
      {work && <p className="max-w-prose">{work}</p>}
    </div>
  );
}

export function hasOccupation({ employer, employerTitle, industry, work }: Now): boolean {
  return [employer, employerTitle, industry, work].some(Boolean);
}
