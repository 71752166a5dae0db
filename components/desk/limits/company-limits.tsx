"use client";

import { useTranslations } from "next-intl";
import { Suspense } from "react";
import type * as limitActions from "#app/c/[company]/desk/fields/limits/actions.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { requestAction } from "#components/live/live-request.ts";
import { lateComponent } from "#components/ui/late-component.ts";
import { BareList } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import { LimitRow, type NamedLimit } from "./limit-row.tsx";

/** Only after a change, and for some minutes. */
const Settling = lateComponent(async () => (await import("#components/desk/settling.tsx")).Settling);

type CompanyLimitsProps = {
  company: string;
  limits: readonly NamedLimit[];
  actions: typeof limitActions;
};

/** Of each part of a profile, who sees it at most. */
export function CompanyLimits({ company, limits, actions }: CompanyLimitsProps) {
  const text = useTranslations("people.limits");
  const { socket } = useLive();
  return (
    <>
      {limits.some(({ settling }) => settling) && (
        <Suspense>
          <Settling words={text("settling")} />
        </Suspense>
      )}
      <Section title={text("listTitle")} description={text("names")}>
        <BareList className="divide-y divide-hairline">
          {limits.map((limit) => (
            <li key={limit.field} className="py-3 first:pt-0 last:pb-0">
              <LimitRow
                limit={limit}
                count={(said) => requestAction(socket, () => actions.countWiderAction(company, said))}
                write={(said) => requestAction(socket, () => actions.writeLimitAction(company, said))}
              />
            </li>
          ))}
        </BareList>
      </Section>
    </>
  );
}
