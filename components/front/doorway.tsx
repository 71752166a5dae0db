import type { ReactNode } from "react";
import { CompanyAccent } from "#components/ui/company-accent.tsx";
import { CompanyMark } from "#components/ui/company-mark.tsx";

type DoorwayProps = {
  company: { name: string; hue: number } | null;
  title: ReactNode;
  lead: ReactNode;
  children: ReactNode;
};

/** A page of the sign-in, in the colour of the company whose door it is. */
export function Doorway({ company, title, lead, children }: DoorwayProps) {
  return (
    <div className="mx-auto w-full max-w-md px-4 pt-6 pb-16 sm:pt-16">
      {company && (
        <>
          <CompanyAccent hue={company.hue} />
          <p className="palt mb-6 flex items-center gap-3 border-b border-hairline pb-6 font-medium">
            <CompanyMark name={company.name} hue={company.hue} />
            {company.name}
          </p>
        </>
      )}
      <h1 className="text-xl font-semibold">{title}</h1>
      <p className="mt-3 mb-6 text-ink-soft [word-break:auto-phrase]">{lead}</p>
      {children}
    </div>
  );
}
