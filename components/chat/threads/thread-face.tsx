import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { previewHref } from "#components/chat/files/file-href.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Monogram } from "#components/ui/monogram.tsx";
import type { ThreadKind } from "#lib/chat/schema.ts";
import type { PersonCard } from "#lib/people/schema.ts";

type FaceSize = "small" | "medium" | "large";
type FacedThread = { id: string; kind: ThreadKind; people: PersonCard[]; picture: string | null };
type ThreadFaceProps = { slug: string; thread: FacedThread; size?: FaceSize; online?: boolean };

/** The round that a thread is known by: the other's, the group's picture, or two of its members. */
export function ThreadFace({ slug, thread, size = "medium", online = false }: ThreadFaceProps) {
  const text = useTranslations("chat.presence");
  return (
    <span className="relative inline-grid shrink-0">
      <Face slug={slug} thread={thread} size={size} />
      {online && (
        <span className="absolute end-0 bottom-0 size-3 rounded-full border-2 border-paper bg-fine">
          <span className="sr-only">{text("online")}</span>
        </span>
      )}
    </span>
  );
}

type FaceProps = { slug: string; thread: FacedThread; size: FaceSize };

function Face({ slug, thread: { id, kind, people, picture }, size }: FaceProps) {
  const [first, second] = people;
  if (picture && kind === "GROUP")
    return (
      // biome-ignore lint/performance/noImgElement: ours alone, and already small.
      <img
        src={previewHref(slug, id, picture, "square")}
        alt=""
        className={classNames("rounded-full bg-sunken object-cover", boxes[size])}
      />
    );
  if (first && kind === "DIRECT")
    return <Monogram text={first.monogram} name={first.displayName} size={size} />;
  if (first && second)
    return (
      <span aria-hidden="true" className={boxes[size]}>
        <span className={classNames("relative block size-12 origin-top-left", scales[size])}>
          <span className="absolute end-0 top-0 inline-grid">
            <Monogram text={second.monogram} name={second.displayName} size="small" />
          </span>
          <span className="absolute start-0 bottom-0 inline-grid rounded-full ring-2 ring-paper">
            <Monogram text={first.monogram} name={first.displayName} size="small" />
          </span>
        </span>
      </span>
    );
  return (
    <span
      aria-hidden="true"
      className={classNames("grid place-items-center rounded-full bg-sunken text-ink-soft", boxes[size])}
    >
      <UsersRound className="size-1/2" strokeWidth={1.75} />
    </span>
  );
}

const boxes: Record<FaceSize, string> = { small: "size-9", medium: "size-12", large: "size-24" };
const scales: Record<FaceSize, string> = { small: "scale-75", medium: "", large: "scale-200" };
