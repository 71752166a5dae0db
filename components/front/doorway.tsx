import type { ReactNode } from "react";
import { Cloth } from "#components/ui/cloth.tsx";
import { CompanyAccent } from "#components/ui/company-accent.tsx";
import { CompanyMark } from "#components/ui/company-mark.tsx";

type DoorwayProps = {
  company: { name: string; hue: number } | null;
  title: ReactNode;
  lead: ReactNode;
  children: ReactNode;
};

/** A page of the sign-in under the cloth of the company whose door it is, or under the house's own. */
export function Doorway({ company, title, lead, children }: DoorwayProps) {
  return (
    <>
      {company && <CompanyAccent hue={company.hue} />}
      <Cloth hue={company ? undefined : indigo}>
        <div className="mx-auto flex min-h-16 w-full max-w-md items-center px-4 pt-4 pb-10">
          {company && (
            <p className="palt flex items-center gap-3 font-medium">
              <CompanyMark name={company.name} hue={company.hue} onCloth />
              {company.name}
            </p>
          )}
        </div>
      </Cloth>
      <div className="mx-auto w-full max-w-md px-4 pt-10 pb-16">
        <h1 className="font-mincho text-xl font-semibold">{title}</h1>
        <p className="mt-3 mb-6 text-ink-soft [word-break:auto-phrase]">{lead}</p>
        {children}
      </div>
    </>
  );
}

/** The hue of the house's second colour, --indigo of globals.css. */
const indigo = 264;
