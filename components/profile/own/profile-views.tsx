import { useTranslations } from "next-intl";
import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import { profileHref } from "#lib/hrefs.ts";

type ProfileViewsProps = { company: string; current: "write" | "visibility" | "as" };

/** The pages of one's own profile, each with its address. */
export function ProfileViews({ company, current }: ProfileViewsProps) {
  const text = useTranslations("people.edit.views");
  const links = [
    { name: "write", href: profileHref(company) },
    { name: "visibility", href: profileHref(company, "visibility") },
    { name: "as", href: profileHref(company, "as/alumnus") },
  ] as const;
  return (
    <div className="mb-6">
      <SegmentedLinks
        label={text("label")}
        links={links.map(({ name, href }) => ({ href, label: text(name), current: name === current }))}
      />
    </div>
  );
}
