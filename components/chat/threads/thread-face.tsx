import { UsersRound } from "lucide";
import { createElement } from "react";
import { previewHref } from "#components/chat/files/file-href.ts";
import { FormerFace } from "#components/chat/former-face.tsx";
import { Avatar, type AvatarSize } from "#components/ui/avatar.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { ThreadKind, ThreadPerson } from "#lib/chat/schema.ts";

type FaceSize = "small" | "medium" | "large";
type FacedThread = { id: string; kind: ThreadKind; people: ThreadPerson[]; picture: string | null };
type ThreadFaceProps = {
  slug: string;
  thread: FacedThread;
  size?: FaceSize;
  online?: boolean;
  /** One of many: below a GroupMarkSource. */
  again?: boolean;
};

/** The round that a thread is known by: the other's, the group's picture, or two of its members. */
export function ThreadFace({ slug, thread, size = "medium", online, again = false }: ThreadFaceProps) {
  const { id, kind, people, picture } = thread;
  const [first, second] = people;
  if (picture && kind === "GROUP")
    return (
      // biome-ignore lint/performance/noImgElement: ours alone, and already small.
      <img
        src={previewHref(slug, id, picture, "square")}
        alt=""
        className={classNames("shrink-0 rounded-full bg-sunken object-cover", boxes[size])}
      />
    );
  if (first && kind === "DIRECT") return <Avatar person={first} size={sides[size]} here={online} />;
  if (first && second)
    return (
      <span aria-hidden="true" className={classNames("block shrink-0", boxes[size])}>
        <span className={classNames("relative block size-12 origin-top-left", scales[size])}>
          <span className="absolute end-0 top-0 flex">
            <Avatar person={second} />
          </span>
          <span className="face-over absolute start-0 bottom-0 flex">
            <Avatar person={first} />
          </span>
        </span>
      </span>
    );
  if (kind === "DIRECT") return <FormerFace box={boxes[size]} />;
  return (
    <span className={classNames("thread-group", boxes[size])}>
      {again ? (
        <svg className="icon size-1/2" aria-hidden="true">
          <use href={`#${sourceId}`} />
        </svg>
      ) : (
        <Icon icon={UsersRound} className="size-1/2" />
      )}
    </span>
  );
}

const sourceId = "group-mark";

/** Once before a list of threads: what the mark of a group in each row is drawn from. */
export function GroupMarkSource() {
  return (
    <svg className="hidden" aria-hidden="true">
      <symbol id={sourceId} viewBox="0 0 24 24">
        {UsersRound.map(([tag, attributes]) =>
          createElement(tag, { key: attributes.d ?? tag, ...attributes }),
        )}
      </symbol>
    </svg>
  );
}

const sides: Record<FaceSize, AvatarSize> = { small: 32, medium: 48, large: 112 };
const boxes: Record<FaceSize, string> = { small: "size-8", medium: "size-12", large: "size-28" };
/** Of a pair of 32 px each in a box of 48. */
const scales: Record<FaceSize, string> = { small: "scale-[0.6667]", medium: "", large: "scale-[2.3333]" };
