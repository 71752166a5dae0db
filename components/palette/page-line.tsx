import { CompanyMark } from "#components/ui/company-mark.tsx";
import type { PalettePage } from "./pages.ts";

export function PageLine({ page }: { page: PalettePage }) {
  if ("hue" in page)
    return (
      <>
        <CompanyMark name={page.label} hue={page.hue} size="small" />
        {page.label}
      </>
    );
  const Icon = page.icon;
  return (
    <>
      <span className="grid size-7 shrink-0 place-items-center text-ink-soft">
        <Icon className="size-5" strokeWidth={1.6} aria-hidden="true" />
      </span>
      {page.label}
    </>
  );
}
