import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Cloth } from "#components/ui/cloth.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Tea } from "#components/ui/illustrations/tea.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { companyHref } from "#lib/hrefs.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("chat"))("title") };
}

export default async function ChatPage({ params }: PageProps<"/c/[company]/chat">) {
  const { company } = await params;
  await requireViewer(company);
  const text = await getTranslations("chat");
  return (
    // Beside a list that is empty there is nothing to choose.
    <div className="flex flex-1 flex-col group-has-data-no-threads/frame:hidden">
      <Cloth className="h-20" />
      <div className="grid flex-1 place-items-center px-6">
        <EmptyState
          picture={<Tea />}
          title={text("nothingOpen.title")}
          action={<LinkButton href={companyHref(company, "chat?new")}>{text("new.open")}</LinkButton>}
        >
          {text("nothingOpen.text")}
        </EmptyState>
      </div>
    </div>
  );
}
