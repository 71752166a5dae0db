import { useTranslations } from "next-intl";
import { directoryHref } from "#components/navigation/directory-href.ts";
import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import type { MemberKind } from "#lib/auth/schema.ts";

type KindLinksProps = { company: string; q: string; kind?: MemberKind };

/** Everybody, alumni or employees; what is searched for stays. */
export function KindLinks({ company, q, kind }: KindLinksProps) {
  const text = useTranslations("people.directory.kinds");
  const choices = [
    { kind: undefined, label: text("all") },
    { kind: "ALUMNUS", label: text("ALUMNUS") },
    { kind: "EMPLOYEE", label: text("EMPLOYEE") },
  ] as const;
  return (
    <SegmentedLinks
      label={text("label")}
      links={choices.map((choice) => ({
        href: directoryHref(company, { q, kind: choice.kind }),
        label: choice.label,
        current: choice.kind === kind,
      }))}
    />
  );
}
