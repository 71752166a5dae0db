import { Globe, IdCard, Lock, type LucideIcon, Users, UsersRound } from "lucide-react";
import type { Audience } from "#lib/people/schema.ts";

export const audienceIcons: Record<Audience, LucideIcon> = {
  NOBODY: Lock,
  HR: IdCard,
  ALUMNI: UsersRound,
  EMPLOYEES: Users,
  EVERYONE: Globe,
};
