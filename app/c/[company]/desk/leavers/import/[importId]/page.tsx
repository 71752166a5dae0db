import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as importActions from "#app/c/[company]/desk/leavers/import/actions.ts";
import { ImportFacts } from "#components/desk/import/import-facts.tsx";
import { LeaverImport } from "#components/desk/import/leaver-import.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";
import { importHref } from "#lib/hrefs.ts";
import { findImport } from "#lib/leavers/imports/imports.ts";
import { listImportRows } from "#lib/leavers/imports/rows.ts";
import { readRowsAsked } from "#lib/leavers/rows-asked.ts";

import * as rowActions from "./actions.ts";

type Props = PageProps<"/c/[company]/desk/leavers/import/[importId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { role } = await requireViewer((await params).company);
  if (role === "MEMBER") return { title: (await getTranslations("errors.notFoundPage"))("title") };
  return { title: (await getTranslations("leavers.import"))("title") };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { company, importId } = await params;
  const asked = readRowsAsked(await searchParams);
  const viewer = await requireViewer(company);
  const { detail, first } = await read().catch((error: unknown) => {
    if (error instanceof NotFound) return notFound();
    throw error;
  });
  const text = await getTranslations("leavers.import");
  return (
    <Page aside={<ImportFacts detail={detail} />}>
      <p className="mb-2 text-sm">
        <TextLink href={importHref(company)}>{text("back")}</TextLink>
      </p>
      <PageHeading title={text("title")} />
      <LeaverImport
        company={company}
        detail={detail}
        asked={asked}
        first={first}
        actions={{ ...importActions, ...rowActions }}
      />
    </Page>
  );

  async function read() {
    const detail = await findImport(viewer, importId);
    return { detail, first: detail.state === "READY" ? await listImportRows(viewer, importId, asked) : null };
  }
}
