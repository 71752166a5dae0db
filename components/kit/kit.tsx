import { PageHeading } from "#components/ui/page-heading.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Choices } from "./choices.tsx";
import { Faces } from "./faces.tsx";
import { Fields } from "./fields.tsx";
import { Filters } from "./filters.tsx";
import { Moments } from "./moments.tsx";
import { Notices } from "./notices.tsx";
import { Papers } from "./papers.tsx";
import { specimenId } from "./specimen.tsx";
import { Tables } from "./tables.tsx";
import { useWords } from "./use-words.ts";
import { Work } from "./work.tsx";

/** The foundation components, each with every state it can have: for developers to look at, and for the walk that tries them. */
export function Kit() {
  const words = useWords();
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <nav aria-label={words.contents} lang="en" className="mb-10 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {names.map((name) => (
          <TextLink key={name} href={`#${specimenId(name)}`} className="inline-flex min-h-6 items-center">
            {name}
          </TextLink>
        ))}
      </nav>
      <Faces />
      <Papers />
      <Tables />
      <Notices />
      <Work />
      <Choices />
      <Filters />
      <Fields />
      <Moments />
    </>
  );
}

const names = [
  "Avatar",
  "FacePile",
  "Card",
  "Tabs",
  "Tooltip",
  "DataTable",
  "Banner",
  "Toast",
  "SideSheet",
  "Stepper",
  "Progress",
  "MenuButton",
  "ChoiceMenu",
  "Combobox",
  "Filters",
  "SuggestInput",
  "TagInput",
  "MonthYear",
  "FileDrop",
  "Form",
  "Skeleton",
  "EmptyState",
  "ErrorState",
  "DateText",
];
