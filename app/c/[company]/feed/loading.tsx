import { Page } from "#components/shell/page.tsx";
import { Outline, OutlineLine, OutlineRows } from "#components/ui/outline.tsx";

export default function FeedLoading() {
  return (
    <Page aside={<OutlineLine className="w-24 max-xl:hidden" />}>
      <Outline>
        <OutlineLine className="mb-6 h-10 w-28" />
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-[7rem_1fr]">
          <OutlineLine className="mt-6 w-16" />
          <OutlineRows count={8} />
        </div>
      </Outline>
    </Page>
  );
}
