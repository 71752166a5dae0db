import { useTranslations } from "next-intl";
import { BareList } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { companyHref } from "#lib/hrefs.ts";
import type { AskedCorrection } from "#lib/people/schema.ts";
import { BothValues } from "./both-values.tsx";

type PersonCorrectionsProps = { company: string; corrections: readonly AskedCorrection[] };

/** On a person's page, for HR: what they say about their record. Nothing where nothing waits. */
export function PersonCorrections({ company, corrections }: PersonCorrectionsProps) {
  const text = useTranslations("people.corrections");
  if (corrections.length === 0) return null;
  return (
    <Section title={text("title")} description={text("personText")}>
      <BareList className="grid gap-6">
        {corrections.map((correction) => (
          <li key={correction.id}>
            <BothValues correction={correction} />
          </li>
        ))}
      </BareList>
      <p className="mt-4">
        <TextLink href={companyHref(company, "desk/corrections")}>{text("toDesk")}</TextLink>
      </p>
    </Section>
  );
}
