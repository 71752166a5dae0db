import { ChevronRight } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { accentStyle } from "#components/ui/accent-style.ts";
import { CompanyMark } from "#components/ui/company-mark.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import type { Membership } from "#lib/companies/schema.ts";
import { homeHref } from "#lib/hrefs.ts";
import { type JoinAction, JoinButton } from "./join-button.tsx";

type CompanyLinesProps = { companies: readonly Membership[]; join: JoinAction };

/** One's companies: those one is in to open, those one is invited to to join. */
export function CompanyLines({ companies, join }: CompanyLinesProps) {
  const text = useTranslations("front.companies");
  return (
    <List>
      {companies.map(({ slug, name, accentHue, status, kind }) => (
        <ListItem key={slug}>
          <div
            data-accent=""
            style={accentStyle(accentHue)}
            className="flex flex-wrap items-center gap-x-4 gap-y-4 py-2"
          >
            <CompanyMark name={name} hue={accentHue} />
            <div className="min-w-0 flex-1 basis-48">
              {status === "ACTIVE" ? (
                <Link
                  href={homeHref(slug)}
                  className="palt text-lg font-medium after:absolute after:inset-0 hover:underline"
                >
                  {name}
                </Link>
              ) : (
                <p className="palt text-lg font-medium">{name}</p>
              )}
              <p className="text-sm text-ink-soft">
                {status === "ACTIVE" ? text(`kind.${kind}`) : text("invited")}
              </p>
            </div>
            {status === "ACTIVE" ? (
              <Icon icon={ChevronRight} className="size-5 text-ink-soft" />
            ) : (
              <JoinButton slug={slug} name={name} join={join} />
            )}
          </div>
        </ListItem>
      ))}
    </List>
  );
}
