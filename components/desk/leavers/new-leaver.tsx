"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { LeaverActions } from "./bulk-actions.tsx";
import { LeaverForm } from "./leaver-form.tsx";
import { LeaverPage } from "./leaver-page.tsx";
import { leaverHref, leaversHref } from "./leavers-href.ts";

type NewLeaverProps = {
  company: string;
  tags: readonly string[];
  actions: Pick<LeaverActions, "addLeaverAction">;
};

/** A leaver who stands in no file: entered by hand, and then shown. */
export function NewLeaver({ company, tags, actions }: NewLeaverProps) {
  const text = useTranslations("leavers.form");
  const router = useRouter();
  return (
    <LeaverPage
      back={{ href: leaversHref(company), label: text("back") }}
      title={<PageHeading title={text("newTitle")} lead={text("newLead")} />}
    >
      <LeaverForm
        company={company}
        record={null}
        tags={tags}
        submit={text("add")}
        write={(typed) => actions.addLeaverAction(company, { typed })}
        onWritten={({ id }) => router.push(leaverHref(company, id))}
        onCancel={() => router.push(leaversHref(company))}
      />
    </LeaverPage>
  );
}
