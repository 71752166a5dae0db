import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { FacePhoto } from "./face-photo.tsx";
import { sealOf } from "./seal.ts";

export type AvatarSize = 24 | 32 | 48 | 112;

/** Whose face it is. */
export type AvatarPerson = {
  memberId: string;
  /** The characters of the seal: two of a Japanese name, the initials of a Latin one. */
  monogram: string;
  kind?: "ALUMNUS" | "EMPLOYEE";
  /** The name of their photo: see PhotoAddressContext. */
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
function Face({ person: { memberId, monogram, kind, photo }, size }: Required<Omit<AvatarProps, "here">>) {
  const { hue, shape } = sealOf(memberId);
  const style: CSSProperties & { "--hue": number } = { "--hue": hue };
  return (
    <span
      aria-hidden="true"
      lang={japanese.test(monogram) ? "ja" : undefined}
      className="face"
      data-size={size}
      data-shape={photo ? "photo" : shape}
      data-kind={kind}
      style={style}
    >
      {monogram}
      {photo && <FacePhoto memberId={memberId} photo={photo} size={size} />}
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
