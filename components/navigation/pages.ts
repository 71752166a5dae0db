import {
  BookUser,
  ClipboardPen,
  FileInput,
  FileUser,
  type IconNode,
  LampDesk,
  ListPlus,
  MailPlus,
  MessageCircle,
  Newspaper,
  ScanEye,
  ScrollText,
  Settings,
  SquarePen,
  TextSearch,
  UserRound,
  UserRoundPen,
  UsersRound,
} from "lucide";
import type { MessageKeys, Messages, NestedKeyOf } from "next-intl";
import type { MemberRole } from "#lib/auth/schema.ts";
import { companyHref } from "#lib/hrefs.ts";

/** A text of the message files, by its whole path: feed.title. */
export type MessageKey = MessageKeys<Messages, NestedKeyOf<Messages>>;

/** A count that the frame is given, to stand on a page's icon. */
export type PageBadge = "unread" | "corrections";

/** A page of a company and where it is listed: always in the palette, and besides where `place` and `front` say. */
export type CompanyPage = {
  /** What comes after /c/<company>/; for a page of the viewer's own it takes their member id. */
  path: string | ((memberId: string) => string);
  icon: IconNode;
  label: MessageKey;
  /** Words, parted by spaces, by which the palette finds it besides its label. */
  keywords: MessageKey;
  /** "bar": the rail and a phone's bottom bar. "menu": the viewer's own menu. "desk": beside the pages of HR's desk. */
  place?: "bar" | "menu" | "desk";
  badge?: PageBadge;
  /** What the front page says of it, and at which place. */
  front?: { order: number; text: MessageKey };
  /** Who sees it listed: everybody where none is named. The page itself checks as well. */
  roles?: readonly MemberRole[];
};

export type PageViewer = { company: string; memberId: string; role: MemberRole };

export type ListedPage = CompanyPage & { href: string };

/** All pages of a company, in the order of the bar, the menu and the palette. */
export const companyPages: readonly CompanyPage[] = [
  {
    path: "feed",
    icon: Newspaper,
    label: "feed.title",
    keywords: "feed.keywords",
    place: "bar",
    front: { order: 2, text: "feed.introduction" },
  },
  {
    path: "directory",
    icon: BookUser,
    label: "people.directory.title",
    keywords: "people.directory.keywords",
    place: "bar",
    front: { order: 1, text: "people.directory.introduction" },
  },
  {
    path: "chat",
    icon: MessageCircle,
    label: "chat.title",
    keywords: "chat.keywords",
    place: "bar",
    badge: "unread",
    front: { order: 3, text: "chat.introduction" },
  },
  {
    path: "desk",
    icon: LampDesk,
    label: "desk.title",
    keywords: "desk.keywords",
    place: "bar",
    badge: "corrections",
    roles: ["HR_ADMIN", "OWNER"],
  },
  {
    path: "desk/leavers",
    icon: UsersRound,
    label: "desk.leavers.title",
    keywords: "desk.leavers.keywords",
    place: "desk",
    roles: ["HR_ADMIN", "OWNER"],
  },
  {
    path: "desk/invitations",
    icon: MailPlus,
    label: "desk.invitations.page.title",
    keywords: "desk.invitations.page.keywords",
    place: "desk",
    roles: ["HR_ADMIN", "OWNER"],
  },
  {
    path: "desk/leavers/import",
    icon: FileInput,
    label: "desk.import.title",
    keywords: "desk.import.keywords",
    place: "desk",
    roles: ["HR_ADMIN", "OWNER"],
  },
  {
    path: "desk/purpose",
    icon: ScrollText,
    label: "desk.purpose.page.title",
    keywords: "desk.purpose.page.keywords",
    place: "desk",
    roles: ["HR_ADMIN", "OWNER"],
  },
  {
    path: "desk/corrections",
    icon: ClipboardPen,
    label: "people.corrections.page",
    keywords: "people.corrections.keywords",
    place: "desk",
    badge: "corrections",
    roles: ["HR_ADMIN", "OWNER"],
  },
  {
    path: "desk/fields",
    icon: ListPlus,
    label: "people.fields.page",
    keywords: "people.fields.keywords",
    place: "desk",
    roles: ["HR_ADMIN", "OWNER"],
  },
  {
    path: "desk/fields/limits",
    icon: ScanEye,
    label: "people.limits.page",
    keywords: "people.limits.keywords",
    place: "desk",
    roles: ["HR_ADMIN", "OWNER"],
  },
  { path: "chat?new", icon: SquarePen, label: "chat.new.page", keywords: "chat.new.keywords" },
  { path: "chat/search", icon: TextSearch, label: "chat.search.title", keywords: "chat.search.keywords" },
  {
    path: (memberId) => `people/${memberId}`,
    icon: UserRound,
    label: "people.profile.page",
    keywords: "people.profile.keywords",
    place: "menu",
  },
  {
    path: "profile",
    icon: UserRoundPen,
    label: "people.edit.title",
    keywords: "people.edit.keywords",
    place: "menu",
  },
  { path: "settings", icon: Settings, label: "settings.title", keywords: "settings.keywords", place: "menu" },
  { path: "settings/my-data", icon: FileUser, label: "leaving.title", keywords: "leaving.keywords" },
];

/** Those that the viewer may see listed, with their addresses; at one place alone if `place` names it. */
export function listPages(
  { company, memberId, role }: PageViewer,
  place?: CompanyPage["place"],
  pages = companyPages,
): ListedPage[] {
  return pages
    .filter((page) => !page.roles || page.roles.includes(role))
    .filter((page) => !place || page.place === place)
    .map((page) => ({
      ...page,
      href: companyHref(company, typeof page.path === "string" ? page.path : page.path(memberId)),
    }));
}

/** Of these pages the one on which one is, or below which. */
export function pageAt<Listed extends { href: string }>(
  pages: readonly Listed[],
  path: string,
): Listed | undefined {
  return pages
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0];
}

/** Those of which the front page tells everybody, in its order. */
export function listFrontPages(pages = companyPages): (CompanyPage & Required<Pick<CompanyPage, "front">>)[] {
  return pages
    .flatMap(({ front, ...page }) => (front ? { ...page, front } : []))
    .sort((one, other) => one.front.order - other.front.order);
}
