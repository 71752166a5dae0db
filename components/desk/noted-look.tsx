import { useTranslations } from "next-intl";
import type { MemberRole } from "#lib/auth/schema.ts";

/** Beside what HR sees of somebody: that it is told to them. Nothing for anybody else. */
export function NotedLook({ role }: { role: MemberRole }) {
  const text = useTranslations("people.profile");
  return role !== "MEMBER" && <p className="mb-6 text-xs text-ink-soft">{text("noted")}</p>;
}
