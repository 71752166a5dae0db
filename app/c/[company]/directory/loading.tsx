import { Page } from "#components/shell/page.tsx";
import { Outline, OutlineLine, OutlineRows } from "#components/ui/outline.tsx";

export default function DirectoryLoading() {
  return (
    <Page aside={<OutlineLine className="w-24 max-xl:hidden" />}>
      <Outline>
        <OutlineLine className="mb-6 h-10 w-24" />
        <OutlineLine className="h-11 w-full rounded-full!" />
        <OutlineLine className="mt-4 mb-6 h-11 w-72" />
        <OutlineLine className="mb-10 w-16" />
        <OutlineRows count={8} />
      </Outline>
    </Page>
  );
}
