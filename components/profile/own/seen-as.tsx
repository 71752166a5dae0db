import { useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { profileHref } from "#lib/hrefs.ts";
import type { ViewerKind } from "#lib/people/audiences.ts";

type Eyes = ViewerKind | "CONTACT";
type SeenAsProps = { company: string; eyes: Eyes; all: readonly Eyes[] };

const pages = { ALUMNUS: "as/alumnus", EMPLOYEE: "as/employee", HR: "as/hr", CONTACT: "as/contact" } as const;

/** Through whose eyes one looks at one's own page, and the way to the others and back. */
export function SeenAs({ company, eyes, all }: SeenAsProps) {
  const text = useTranslations("people.edit.as");
  return (
    <div className="mb-10 grid justify-items-start gap-3">
      <SegmentedLinks
        label={text("label")}
        links={all.map((one) => ({
          href: profileHref(company, pages[one]),
          label: text(`kinds.${one}`),
          current: one === eyes,
        }))}
      />
      <Banner action={<TextLink href={profileHref(company)}>{text("back")}</TextLink>}>{text(eyes)}</Banner>
    </div>
  );
}
