"use client";

import { SquarePen, TextSearch } from "lucide";
import Link from "next/link";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import { companyHref } from "#lib/hrefs.ts";

const dialog = latePart(() => import("./new-thread-dialog.tsx"));

type ThreadListHeadProps = { Heading: "h1" | "h2" };

/** What the page is called, the way to the search, and the pencil. */
export function ThreadListHead({ Heading }: ThreadListHeadProps) {
  const text = useTranslations("chat");
  const { slug } = useChatRoom();
  return (
    <div className="flex items-center justify-between gap-3 px-4 pt-6 pb-4 md:px-6">
      <Heading className="font-mincho text-xl font-semibold">{text("title")}</Heading>
      {/* The icons, not their buttons, end where the times below do. */}
      <div className="-me-3 flex">
        <SearchLink slug={slug} />
        <NewThread />
      </div>
    </div>
  );
}

/** The way to the search through all conversations. */
function SearchLink({ slug }: { slug: string }) {
  const text = useTranslations("chat.search");
  return (
    <Link
      href={companyHref(slug, "chat/search")}
      aria-label={text("title")}
      title={text("title")}
      className={classNames(buttonStyle({ variant: "quiet" }), "aspect-square px-0!")}
    >
      <Icon icon={TextSearch} className="size-5" />
    </Link>
  );
}

/** Begins a conversation with one or several people; `?new` in the address opens it as the button does. */
function NewThread() {
  const text = useTranslations("chat.new");
  const router = useRouter();
  const path = usePathname();
  const asked = useSearchParams().has("new");
  const [open, setOpen] = useState(false);
  const part = usePart(dialog, open || asked);

  function close() {
    setOpen(false);
    if (asked) router.replace(path);
  }
  return (
    <>
      <IconButton label={text("open")} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon icon={SquarePen} className="size-5" />
      </IconButton>
      {part && (
        <part.NewThreadDialog
          open={open || asked}
          onClose={close}
          onStarted={(href) => {
            setOpen(false);
            router.push(href);
          }}
        />
      )}
    </>
  );
}
