import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { sealOf } from "./seal.ts";

export type AvatarSize = 24 | 32 | 48 | 112;

/** Whose face it is. */
export type AvatarPerson = {
  memberId: string;
  /** The characters of the seal: two of a Japanese name, the initials of a Latin one. */
  monogram: string;
  kind?: "ALUMNUS" | "EMPLOYEE";
  /** The address of a square picture. */
  photo?: string | null;
};

type AvatarProps = {
  person: AvatarPerson;
  /** The side in px. */
  size?: AvatarSize;
  /** Whether they are here now. */
  here?: boolean;
};

/** A person's face: their photo, or else their seal. It stands beside the name, so it says nothing itself but that they are here. */
export function Avatar({ person, size = 32, here = false }: AvatarProps) {
  const face = <Face person={person} size={size} />;
  return here ? <Here>{face}</Here> : face;
}

/** Plain HTML and one class: see avatar.css. */
function Face({ person: { memberId, monogram, kind, photo }, size }: Pick<AvatarProps, "person" | "size">) {
  if (photo)
    return (
      // biome-ignore lint/performance/noImgElement: ours alone, and already small.
      <img src={photo} alt="" width={size} height={size} className="face" data-size={size} data-kind={kind} />
    );
  const { hue, shape } = sealOf(memberId);
  const style: CSSProperties & { "--hue": number } = { "--hue": hue };
  return (
    <span
      aria-hidden="true"
      lang={japanese.test(monogram) ? "ja" : undefined}
      className="face"
      data-size={size}
      data-shape={shape}
      data-kind={kind}
      style={style}
    >
      {monogram}
    </span>
  );
}

function Here({ children }: { children: ReactNode }) {
  const text = useTranslations("ui");
  return (
    <span className="face-here">
      {children}
      <span>
        <span className="sr-only">{text("here")}</span>
      </span>
    </span>
  );
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
