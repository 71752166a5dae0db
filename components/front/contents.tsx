import { useTranslations } from "next-intl";
import { listFrontPages } from "#components/navigation/pages.ts";

/** What is in it, as a magazine's contents would say it. */
export function Contents() {
  const text = useTranslations();
  return (
    <section aria-labelledby="contents" className="mx-auto w-full max-w-6xl px-4 pb-16 sm:px-6 lg:px-10">
      <h2 id="contents" className="sr-only">
        {text("front.contents.title")}
      </h2>
      <div className="grid border-t border-hairline pb-4 md:grid-cols-3 md:divide-x md:divide-hairline md:pb-6">
        {listFrontPages().map(({ label, front }) => (
          <div key={label} className="py-6 md:px-6 md:first:ps-0 md:last:pe-0">
            <h3 className="flex items-baseline gap-3 text-base font-semibold">
              <span className="h-2 w-5 shrink-0 self-center rounded-b-full bg-indigo" aria-hidden="true" />
              {text(label)}
            </h3>
            <p className="mt-2 text-sm text-ink-soft [word-break:auto-phrase]">{text(front.text)}</p>
          </div>
        ))}
      </div>
      <p className="rounded-card bg-indigo-soft p-4 text-sm text-indigo">{text("front.contents.joining")}</p>
    </section>
  );
}
