import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { searchMessagesAction } from "#app/c/[company]/chat/message-actions.ts";
import { AllSearch } from "#components/chat/search/all-search.tsx";
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
  const text = await getTranslations("chat");
  // What cannot be read is left out, so that a mistyped address still shows a page.
  const { data: query } = searchMessagesSchema.safeParse({ q: (await searchParams).q });
  return (
    <>
      <header className="flex min-h-16 shrink-0 items-center gap-3 border-b border-hairline px-2 py-2 md:min-h-20 md:px-8">
        <Link
          href={`/c/${company}/chat`}
          aria-label={text("thread.back")}
          className="grid size-11 shrink-0 place-items-center rounded-control text-ink-soft hover:text-ink md:hidden"
        >
          <ArrowLeft className="size-5.5" strokeWidth={1.75} aria-hidden="true" />
        </Link>
        <h1 className="text-lg leading-snug font-medium">{text("search.title")}</h1>
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
