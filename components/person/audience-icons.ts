import { Globe, type IconNode, IdCard, Lock, UserRound, Users, UsersRound } from "lucide";
import type { Audience } from "#lib/people/audiences.ts";

export const audienceIcons: Record<Audience, IconNode> = {
  NOBODY: Lock,
  HR: IdCard,
  CONTACT: UserRound,
  ALUMNI: UsersRound,
  EMPLOYEES: Users,
  EVERYONE: Globe,
};
