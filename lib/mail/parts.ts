import { escapeHtml } from "#lib/escape-html.ts";
import type { MailColours } from "./style.ts";

/** What a mail is made of. */
export type MailPart =
  | { kind: "paragraph"; text: string }
  | { kind: "button"; label: string; href: string }
  | { kind: "code"; code: string }
  | { kind: "note"; text: string }
  | { kind: "link"; label: string; href: string }
  | { kind: "thread"; title: string; href: string; about: string; lines: readonly ThreadLine[] };

/** A line of a conversation as a mail tells it; without its author where there is but one. */
export type ThreadLine = { author: string | null; text: string };

export const paragraphStyle = "margin:0 0 16px;font-size:16px;line-height:1.75;";

export function htmlOf(part: MailPart, linkHint: string, colours: MailColours): string {
  switch (part.kind) {
    case "paragraph":
      return `<p style="${paragraphStyle}">${linesOf(part.text)}</p>`;
    case "button":
      return button(part.label, escapeHtml(part.href), linkHint, colours);
    case "code":
      return `<p style="margin:0 0 16px;padding:12px 0 12px 10px;border-top:1px solid ${colours.hairline};border-bottom:1px solid ${colours.hairline};font-size:32px;line-height:1.3;font-weight:500;letter-spacing:10px;text-align:center;">${escapeHtml(part.code)}</p>`;
    case "link":
      return `<p style="margin:8px 0 0;font-size:14px;line-height:1.75;"><a href="${escapeHtml(part.href)}" style="color:${colours.inkSoft};">${escapeHtml(part.label)}</a></p>`;
    case "thread":
      return thread(part, colours);
    case "note":
      return `<p style="${paragraphStyle}margin:24px 0 0;font-size:14px;color:${colours.inkSoft};">${linesOf(part.text)}</p>`;
  }
}

function linesOf(text: string): string {
  return escapeHtml(text).replaceAll("\n", "<br>");
}

export function textOf(part: MailPart): string {
  switch (part.kind) {
    case "button":
      return `${part.label}\n${part.href}`;
    case "link":
      return `${part.label}\n${part.href}`;
    case "code":
      return part.code;
    case "thread":
      return [
        `■ ${part.title} (${part.about})`,
        ...part.lines.map(({ author, text }) => (author ? `${author}: ${text}` : text)),
        part.href,
      ].join("\n");
    default:
      return part.text;
  }
}

function button(label: string, href: string, linkHint: string, colours: MailColours): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 16px;"><tr>
<td bgcolor="${colours.accentFill}" style="border-radius:6px;"><a href="${href}" style="display:inline-block;padding:12px 24px;font-size:16px;line-height:1.4;font-weight:500;color:${colours.onAccent};text-decoration:none;">${escapeHtml(label)}</a></td>
</tr></table>
<p style="margin:0 0 24px;font-size:12px;line-height:1.6;color:${colours.inkSoft};">${escapeHtml(linkHint)}<br><a href="${href}" style="color:${colours.inkSoft};word-break:break-all;">${href}</a></p>`;
}

function thread(
  { title, href, about, lines }: Extract<MailPart, { kind: "thread" }>,
  colours: MailColours,
): string {
  const said = lines.map(
    ({ author, text }) =>
      `<p style="margin:4px 0 0;font-size:14px;line-height:1.75;">${author ? `<span style="color:${colours.inkSoft};">${escapeHtml(author)}</span><br>` : ""}${escapeHtml(text)}</p>`,
  );
  return `<div style="margin:0 0 16px;padding:12px 0;border-top:1px solid ${colours.hairline};">
<p style="margin:0;font-size:16px;line-height:1.6;"><a href="${escapeHtml(href)}" style="color:${colours.ink};font-weight:600;text-decoration:none;">${escapeHtml(title)}</a>&nbsp; <span style="font-size:12px;color:${colours.inkSoft};">${escapeHtml(about)}</span></p>
${said.join("\n")}
</div>`;
}
