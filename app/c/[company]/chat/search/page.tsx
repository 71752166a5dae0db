import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { searchMessagesAction } from "#app/c/[company]/chat/conversation-actions.ts";
import { AllSearch } from "#components/chat/search/all-search.tsx";
import { BackLink } from "#components/chat/threads/back-link.tsx";
import { requireViewer } from "#lib/auth/requests.ts";
import { searchMessagesSchema } from "#lib/chat/input.ts";
import { searchMessages } from "#lib/chat/search.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("chat.search"))("title") };
}

export default async function MessageSearchPage({
  params,
  searchParams,
}: PageProps<"/c/[company]/chat/search">) {
  const { company } = await params;
  const viewer = await requireViewer(company);
  const text = await getTranslations("chat.search");
  // What cannot be read is left out, so that a mistyped address still shows a page.
  const { data: query } = searchMessagesSchema.safeParse({ q: (await searchParams).q });
  return (
    <>
      <header className="flex min-h-16 shrink-0 items-center gap-3 border-b border-hairline p-2 md:min-h-20 md:px-6">
        <BackLink slug={company} />
        <h1 className="font-mincho text-lg leading-snug font-semibold">{text("title")}</h1>
      </header>
      <div className="mx-auto flex min-h-0 w-full max-w-3xl flex-1 flex-col">
        <AllSearch
          slug={company}
          search={searchMessagesAction}
          q={query?.q ?? ""}
          found={query ? await searchMessages(viewer, query) : null}
        />
      </div>
    </>
  );
}
