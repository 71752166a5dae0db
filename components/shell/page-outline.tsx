import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Skeleton, SkeletonLine, SkeletonRound, SkeletonRows } from "#components/ui/skeleton.tsx";
import { Page } from "./page.tsx";

type PageOutlineProps = {
  /** Of the page, below its company's. */
  path: string;
  /** Only what opens beside the list that is there already. */
  beside?: boolean;
};

/** The outline of a page: each room's own, or a plain one. */
export function PageOutline({ path, beside = false }: PageOutlineProps) {
  const [room = "", place] = path.split("/");
  return <Skeleton>{beside ? <ConversationOutline /> : outlineOf(room, place)}</Skeleton>;
}

function outlineOf(room: string, place: string | undefined): ReactNode {
  switch (room) {
    case "feed":
      return <FeedOutline />;
    case "directory":
      return <DirectoryOutline />;
    case "people":
      return <PersonOutline />;
    case "chat":
      return <ChatOutline open={place !== undefined} />;
    default:
      return <PlainOutline />;
  }
}

function FeedOutline() {
  return (
    <Page aside={<SkeletonLine className="w-24 max-xl:hidden" />}>
      <SkeletonLine className="mb-6 h-9 w-28" />
      <SkeletonLine className="mb-3 w-24" />
      <div className={cardStyle}>
        <SkeletonRows count={7} />
      </div>
    </Page>
  );
}

function DirectoryOutline() {
  return (
    <Page aside={<SkeletonLine className="w-24 max-xl:hidden" />}>
      <SkeletonLine className="mb-6 h-9 w-24" />
      <SkeletonLine className="h-11 w-full rounded-full!" />
      <SkeletonLine className="mt-4 mb-6 h-11 w-72" />
      <div className={cardStyle}>
        <SkeletonRows count={8} />
      </div>
    </Page>
  );
}

function PersonOutline() {
  return (
    <Page aside={<SkeletonLine className="w-24 max-xl:hidden" />}>
      <div className="flex flex-wrap gap-6 pb-10 sm:gap-10">
        <SkeletonRound className="size-28" />
        <div className="grid flex-1 content-start gap-3">
          <SkeletonLine className="w-32" />
          <SkeletonLine className="h-10 w-56" />
          <SkeletonLine className="w-40" />
        </div>
      </div>
      <PartOutline />
      <PartOutline />
    </Page>
  );
}

/** The list, and the conversation beside it; on a phone the one or the other. */
function ChatOutline({ open }: { open: boolean }) {
  return (
    <div className="md:grid md:grid-cols-[var(--list)_minmax(0,1fr)]">
      <div className={classNames("px-4 md:border-e md:border-hairline md:px-6", open && "max-md:hidden")}>
        <SkeletonLine className="mt-6 mb-6 h-9 w-28 md:mt-10" />
        <SkeletonRows count={8} />
      </div>
      {open && <ConversationOutline />}
    </div>
  );
}

function ConversationOutline() {
  return (
    <div className="flex h-[calc(100dvh-var(--top))] flex-col">
      <div className="flex min-h-16 items-center gap-3 border-b border-hairline px-4 md:min-h-20 md:px-10">
        <SkeletonRound className="size-9" />
        <SkeletonLine className="w-40" />
      </div>
      <div className="mx-auto grid w-full max-w-3xl flex-1 content-end gap-4 px-4 md:px-10">
        {["w-1/2", "w-2/5 ms-auto", "w-3/5", "w-1/3 ms-auto"].map((place) => (
          <SkeletonLine key={place} className={`h-10 rounded-bubble! ${place}`} />
        ))}
        <SkeletonLine className="mb-4 h-11 w-full" />
      </div>
    </div>
  );
}

function PlainOutline() {
  return (
    <Page>
      <SkeletonLine className="mb-6 h-9 w-40" />
      <PartOutline />
      <PartOutline />
      <PartOutline />
    </Page>
  );
}

function PartOutline() {
  return (
    <div className="grid gap-3 border-t border-hairline py-10">
      <SkeletonLine className="w-32" />
      <SkeletonLine className="w-full" />
      <SkeletonLine className="w-3/4" />
    </div>
  );
}

const cardStyle = "rounded-card bg-surface px-4 py-1 shadow-card";
