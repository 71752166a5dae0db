import { Globe, IdCard, Lock, type LucideIcon, Users, UsersRound } from "lucide-react";
import type { Audience } from "#lib/people/audiences.ts";

export const audienceIcons: Record<Audience, LucideIcon> = {
  NOBODY: Lock,
  HR: IdCard,
  ALUMNI: UsersRound,
  EMPLOYEES: Users,
  EVERYONE: Globe,
};
