import { useTranslations } from "next-intl";
import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import { companyHref } from "#lib/hrefs.ts";

const paths = { fields: "desk/fields", limits: "desk/fields/limits" };

type ProfileRulesProps = { company: string; current: keyof typeof paths };

/** The pages on which HR says what profiles hold and show, each with its address. */
export function ProfileRules({ company, current }: ProfileRulesProps) {
  const text = useTranslations("people.limits.views");
  return (
    <div className="mb-6">
      <SegmentedLinks
        label={text("label")}
        links={(["fields", "limits"] as const).map((name) => ({
          href: companyHref(company, paths[name]),
          label: text(name),
          current: name === current,
        }))}
      />
    </div>
  );
}
