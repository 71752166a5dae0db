import type { Locale } from "#lib/auth/schema.ts";
import { escapeHtml } from "#lib/escape-html.ts";
import type { MailDraft } from "./mailer.ts";
import { htmlOf, type MailPart, paragraphStyle, textOf } from "./parts.ts";
import { colours, fonts } from "./style.ts";

type MailWords = { brand: string; footer: string; linkHint: string };
type MailContent = { to: string; locale: Locale; subject: string; title: string; parts: readonly MailPart[] };

/** One content as HTML, with tables and inline styles since mail programs know little else, and as text. */
export function renderMail(words: MailWords, { to, locale, subject, title, parts }: MailContent): MailDraft {
  const body = parts.map((part) => htmlOf(part, words.linkHint)).join("\n");
  return {
    to,
    subject,
    html: page(locale, subject, words, heading(title) + body),
    text: asText(words, title, parts),
  };
}

function asText(words: MailWords, title: string, parts: readonly MailPart[]): string {
  return [title, ...parts.map(textOf), `-- \n${words.brand}\n${words.footer}`].join("\n\n");
}

function heading(title: string): string {
  return `<h1 style="margin:0 0 20px;font-size:24px;line-height:1.45;font-weight:600;color:${colours.ink};">${escapeHtml(title)}</h1>\n`;
}

function page(locale: Locale, subject: string, words: MailWords, body: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light only">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:${colours.paper};">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${colours.paper}" style="background:${colours.paper};">
<tr><td align="center" style="padding:40px 20px 48px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:520px;font-family:${fonts};color:${colours.ink};text-align:left;">
<tr><td style="padding:0 0 20px;border-bottom:1px solid ${colours.hairline};">${brand(words.brand)}</td></tr>
<tr><td style="padding:36px 0 28px;">
${body}
</td></tr>
<tr><td style="padding:20px 0 0;border-top:1px solid ${colours.hairline};">
<p style="${paragraphStyle}margin:0;font-size:13px;color:${colours.inkSoft};">${escapeHtml(words.footer)}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>`;
}

/** The mark (a noren, one half lifted) out of coloured cells: images are blocked until the reader allows them. */
function brand(name: string): string {
  const cloth = (width: number, height: number, radius: string) =>
    `<td width="${width}" valign="top" style="padding:0;"><div style="width:${width}px;height:${height}px;background:${colours.accent};border-radius:${radius};font-size:0;line-height:0;">&nbsp;</div></td>`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td style="padding:0 11px 0 0;"><table role="presentation" cellpadding="0" cellspacing="0" border="0">
<tr><td colspan="3" style="padding:0 0 2px;"><div style="width:22px;height:2px;background:${colours.accent};border-radius:1px;font-size:0;line-height:0;">&nbsp;</div></td></tr>
<tr>${cloth(10, 17, "0 0 1px 1px")}<td width="2" style="padding:0;font-size:0;">&nbsp;</td>${cloth(10, 11, "0 0 1px 9px")}</tr>
</table></td>
<td style="padding:0;font-size:17px;line-height:1;font-weight:600;letter-spacing:0.04em;color:${colours.ink};">${escapeHtml(name)}</td>
</tr></table>`;
}
