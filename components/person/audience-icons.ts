import { Globe, IdCard, Lock, type LucideIcon, UserRound, Users, UsersRound } from "lucide-react";
import type { Audience } from "#lib/people/audiences.ts";

export const audienceIcons: Record<Audience, LucideIcon> = {
  NOBODY: Lock,
  HR: IdCard,
  CONTACT: UserRound,
  ALUMNI: UsersRound,
  EMPLOYEES: Users,
  EVERYONE: Globe,
};
