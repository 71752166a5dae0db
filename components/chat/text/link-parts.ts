import { japanese } from "./japanese.ts";
import { withoutSentence, withoutTail } from "./link-end.ts";
import { type HostPlace, isHonestHost, splitHost } from "./link-host.ts";

type LinkPart = { text: string; href?: string };

/**
 * A text in pieces, those that are addresses of the web or of mail with their href. Joined, the pieces are the text. An address is linked
 * whole or not at all: a shorter one would lead elsewhere.
 */
export function linkParts(text: string): LinkPart[] {
  // Most lines hold none, and what finds them takes as long as the rest of a line.
  if (!/:\/\/|www\.|@/i.test(text)) return text === "" ? [] : [{ text }];
  const parts: LinkPart[] = [];
  let from = 0;
  for (const { index, link } of linksIn(text)) {
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push(link);
    from = index + link.text.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

type Link = Required<LinkPart>;

const web = String.raw`(?<![a-z0-9])https?://|(?<![\w.@/-])www\.`;
// Not behind a letter or sign that the same mailbox could have: Japanese goes before one as a sentence does.
const mail = String.raw`(?<!(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*|[\w.+-])['!#$%&*^{|}~]?)[a-z0-9](?:[\w.+-]|(?<=\w)'(?=\w)){0,63}@`;
/**
 * What is written in one go: up to a space, a quotation mark or the sign of a Japanese sentence. A full stop before a Latin letter is for a
 * browser the dot of a host.
 */
const stretch = String.raw`(?:[。．｡](?=\w)|[^\s\p{Cc}<>"${"`"}、。，．！？：；「」『』（）［］｛｝〔〕【】〈〉《》“”„«»…‥｡｢｣､])*`;

function* linksIn(text: string): Generator<{ index: number; link: Link }> {
  const start = new RegExp(`(?<web>${web})|${mail}`, "giu");
  const goesOn = new RegExp(stretch, "uy");
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const { 0: opening, index } = found;
    goesOn.lastIndex = start.lastIndex;
    const rest = goesOn.exec(text)?.[0] ?? "";
    const { link, read } = found.groups?.web ? webLink(opening, rest) : mailLink(opening, rest);
    if (link) yield { index, link };
    start.lastIndex = index + (link ? link.text.length : opening.length + read);
  }
}

/** `read`: how much of the rest belongs to what is no address. */
type Reading = { link?: Link; read: number };

function webLink(opening: string, rest: string): Reading {
  const [authority = ""] = /^(?:(?!https?:\/\/)[^/?#])*/i.exec(rest) ?? [];
  const path = rest.slice(authority.length);
  const none = { read: authority.length };
  const bare = /^www\.$/i.test(opening);
  const place = splitHost(bare ? opening + authority : authority);
  // What stands before an @ looks like the host and is none.
  if (!place || authority.includes("@") || !endsThere(place, path)) return none;
  const { host, port, after } = place;
  if (!isHonestHost(host) || (bare && !isMailHost(host.slice(opening.length)))) return none;
  const text = (bare ? "" : opening) + host + port + (after === "" ? withoutTail(withoutSentence(path)) : "");
  if (unclear.test(text)) return { read: rest.length };
  const href = bare ? `https://${text}` : text;
  return URL.canParse(href) ? { link: { text, href }, read: 0 } : none;
}

/** Whether nothing follows the host and its port that could belong to them; `path` follows what follows. */
function endsThere({ after }: HostPlace, path: string): boolean {
  return after === "" || saidAfter.test(after) || (path === "" && tail.test(after));
}

const saidAfter = new RegExp(`^(?:[),;]|${japanese})`, "u");
const tail = /^[.,:;!?'*|)\]}’・]+$/;

function mailLink(mailbox: string, rest: string): Reading {
  const { host = "" } = splitHost(rest) ?? {};
  const after = rest.slice(host.length);
  // git@example.com:team/work is no mailbox, and a@example.com@example.net is none of these two.
  if (!isMailHost(host) || !isHonestHost(host) || /^(?::\w|[@_%\\-])|^\.\w/.test(after))
    return { read: rest.length };
  const text = mailbox + host;
  return { link: { text, href: `mailto:${text}` }, read: 0 };
}

/** Whether it has a dot, and behind it a top level. */
function isMailHost(host: string): boolean {
  return /\.(?:[a-z]{2,}|xn--[a-z0-9-]+|(?!\p{ASCII}).+)$/iu.test(host);
}

// What shows nothing or turns the direction of writing hides where it leads, and browsers read a backslash as a slash.
const unclear = /[\\\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Co}\p{Cs}\p{Cn}]/u;
