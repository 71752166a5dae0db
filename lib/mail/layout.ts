import type { Locale } from "#lib/auth/schema.ts";
import { escapeHtml } from "#lib/escape-html.ts";
import type { MailDraft } from "./mailer.ts";
import { htmlOf, type MailPart, paragraphStyle, textOf } from "./parts.ts";
import { coloursOf, fonts, type MailColours, titleFonts } from "./style.ts";

type MailWords = { brand: string; footer: string; linkHint: string };
type MailContent = {
  to: string;
  locale: Locale;
  subject: string;
  title: string;
  parts: readonly MailPart[];
  /** The company whose mail it is, in whose cloth it comes; the house's where there is none. */
  company?: { name: string; hue: number };
};

/** One content as HTML, with tables and inline styles since mail programs know little else, and as text. */
export function renderMail(words: MailWords, { to, subject, title, parts, ...head }: MailContent): MailDraft {
  const colours = head.company ? coloursOf(head.company.hue) : houseColours;
  const body = [heading(title, colours), ...parts.map((part) => htmlOf(part, words.linkHint, colours))];
  return {
    to,
    subject,
    html: page({ ...head, subject, words, colours, body: body.join("\n") }),
    text: asText(words, title, parts),
  };
}

/** As the sign-in without a company: under indigo cloth, with persimmon to press. */
const houseColours = { ...coloursOf(45), cloth: coloursOf(264).cloth };

function asText(words: MailWords, title: string, parts: readonly MailPart[]): string {
  return [title, ...parts.map(textOf), `-- \n${words.brand}\n${words.footer}`].join("\n\n");
}

function heading(title: string, colours: MailColours): string {
  return `<h1 style="margin:0 0 16px;font-family:${titleFonts};font-size:28px;line-height:1.4;font-weight:600;text-wrap:balance;word-break:auto-phrase;color:${colours.ink};">${escapeHtml(title)}</h1>`;
}

type PageContent = Pick<MailContent, "locale" | "subject" | "company"> & {
  words: MailWords;
  colours: MailColours;
  body: string;
};

function page({ locale, subject, company, words, colours, body }: PageContent): string {
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
<tr><td align="center" style="padding:24px 12px 40px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:520px;font-family:${fonts};color:${colours.ink};text-align:left;">
<tr><td bgcolor="${colours.cloth}" style="padding:24px;background:${colours.cloth};">${brand(company?.name ?? words.brand, colours)}</td></tr>
<tr><td style="padding:0;">${hem(colours)}</td></tr>
<tr><td bgcolor="${colours.surface}" style="padding:40px 24px;background:${colours.surface};">
${body}
</td></tr>
<tr><td style="padding:16px 24px 0;">
<p style="${paragraphStyle}margin:0;font-size:12px;color:${colours.inkSoft};">${company ? `${escapeHtml(words.brand)}<br>` : ""}${escapeHtml(words.footer)}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>`;
}

/** The mark (a noren, one half lifted) out of coloured cells: images are blocked until the reader allows them. */
function brand(name: string, { onCloth }: MailColours): string {
  const cloth = (width: number, height: number, radius: string) =>
    `<td width="${width}" valign="top" style="padding:0;"><div style="width:${width}px;height:${height}px;background:${onCloth};border-radius:${radius};font-size:0;line-height:0;">&nbsp;</div></td>`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td style="padding:0 12px 0 0;"><table role="presentation" cellpadding="0" cellspacing="0" border="0">
<tr><td colspan="3" style="padding:0 0 2px;"><div style="width:22px;height:2px;background:${onCloth};border-radius:1px;font-size:0;line-height:0;">&nbsp;</div></td></tr>
<tr>${cloth(10, 17, "0 0 1px 1px")}<td width="2" style="padding:0;font-size:0;">&nbsp;</td>${cloth(10, 11, "0 0 1px 9px")}</tr>
</table></td>
<td style="padding:0;font-size:16px;line-height:1.4;font-weight:600;letter-spacing:0.04em;color:${onCloth};">${escapeHtml(name)}</td>
</tr></table>`;
}

/** Where the cloth ends, in pieces as a noren's. */
function hem({ cloth, surface }: MailColours): string {
  const piece = `<td bgcolor="${cloth}" style="padding:0;background:${cloth};height:12px;font-size:0;line-height:0;">&nbsp;</td>`;
  const slit = `<td width="2" bgcolor="${surface}" style="padding:0;font-size:0;line-height:0;">&nbsp;</td>`;
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${surface}" style="table-layout:fixed;"><tr>${Array(6).fill(piece).join(slit)}</tr></table>`;
}
