import Link from "next/link";
import type { ReactNode } from "react";
import { CompanyMark } from "#components/ui/company-mark.tsx";
import type { FrameCompany } from "./frame-view.ts";

type PhoneHeadProps = { company: FrameCompany; search: ReactNode };

/** Over a phone's pages: whose house it is, and the search. It goes up with the page, and is gone while a page is FullScreen. */
export function PhoneHead({ company, search }: PhoneHeadProps) {
  return (
    <header className="flex items-center justify-between gap-4 px-4 pt-[calc(env(safe-area-inset-top)+0.5rem)] group-has-data-full-screen/frame:hidden sm:px-6 md:hidden">
      <Link
        href={company.href}
        className="flex min-h-11 min-w-0 items-center gap-2 rounded-control text-sm font-medium"
      >
        <CompanyMark name={company.name} hue={company.hue} size="small" />
        <span className="palt truncate">{company.name}</span>
      </Link>
      {search}
    </header>
  );
}
