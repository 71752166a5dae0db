import { Monogram } from "#components/ui/monogram.tsx";
import { Name } from "./name.tsx";
import type { PersonView } from "./person-view.ts";

type PersonSmallProps = { person: Pick<PersonView, "displayName" | "monogram">; href?: string };

export function PersonSmall({ person, href }: PersonSmallProps) {
  return (
    <span className="inline-flex items-center gap-2">
      <Monogram text={person.monogram} name={person.displayName} size="small" />
      <Name href={href} className="self-baseline font-medium">
        {person.displayName}
      </Name>
    </span>
  );
}
