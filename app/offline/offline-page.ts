import { createHash } from "node:crypto";
import type { Locale } from "#lib/auth/schema.ts";
import { escapeHtml } from "#lib/escape-html.ts";

type Words = { title: string; text: string; waiting: string; retry: string };

/** A page that needs nothing but itself: with its style, and the few lines that show the reader's language and go on by themselves. */
export function offlinePage(words: readonly (readonly [Locale, Words])[]): string {
  return `<!doctype html>
<html lang="ja" data-scheme="system">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>${words.map(([, { title }]) => escapeHtml(title)).join(" / ")}</title>
<style>${style}</style>
</head>
<body>
<main>
${picture}
${words.map(([locale, said]) => section(locale, said)).join("\n")}
</main>
<script>${script}</script>
</body>
</html>`;
}

/** Lets that page run and wear what is written here, by its hash: a nonce would be an old one whenever the page is shown. */
export function offlinePolicy(): string {
  const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

function section(locale: Locale, { title, text, waiting, retry }: Words): string {
  return `<div lang="${locale}" data-title="${escapeHtml(title)}">
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p role="status">${escapeHtml(waiting)}</p>
<a href="">${escapeHtml(retry)}</a>
</div>`;
}

// Which look the pages had when they were last here: components/live/service-worker.tsx keeps it.
const script = `
let look = [];
try {
  look = (localStorage.getItem("okaeri-look") || "").split(" ");
} catch {}
const lang = look[0] || (/^ja/i.test(navigator.language) ? "ja" : "en");
const own = document.querySelector('main > [lang="' + lang + '"]');
if (own) {
  for (const other of document.querySelectorAll("main > [lang]")) if (other !== own) other.remove();
  document.documentElement.lang = lang;
  document.title = own.dataset.title;
}
if (look[1]) document.documentElement.dataset.scheme = look[1];
let asking = false;
async function goOn() {
  if (asking) return;
  asking = true;
  try {
    const answer = await fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(4000) });
    if (answer.ok) location.reload();
  } catch {}
  asking = false;
}
addEventListener("online", goOn);
document.addEventListener("visibilitychange", goOn);
setInterval(goOn, 3000);
`;

// The paper, ink, space and scale of app/globals.css; the font of its titles would have to be asked for.
const style = `
:root { color-scheme: light dark; --paper: light-dark(oklch(96.5% 0.009 85), oklch(17.5% 0.009 60)); --surface: light-dark(oklch(99.7% 0.003 85), oklch(22% 0.01 62)); --ink: light-dark(oklch(25% 0.01 60), oklch(92% 0.012 80)); --ink-soft: light-dark(oklch(45% 0.012 65), oklch(75% 0.014 78)); --hairline: light-dark(oklch(88.5% 0.012 80), oklch(31% 0.011 65)); --line: light-dark(oklch(60% 0.014 75), oklch(55% 0.012 70)); --accent: light-dark(oklch(61% 0.16 45), oklch(66% 0.15 45)); }
[data-scheme="light"] { color-scheme: light; }
[data-scheme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font-family: "Hiragino Sans", "Yu Gothic UI", "BIZ UDPGothic", "Noto Sans CJK JP", "Noto Sans JP", Meiryo, system-ui, sans-serif; line-height: 1.75; }
main { min-height: 100dvh; max-width: 28rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; display: flex; flex-direction: column; align-items: flex-start; justify-content: center; }
svg { height: 7.5rem; max-height: 30svh; max-width: 100%; fill: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
div + div { margin-top: 1.5rem; }
h1 { margin: 1.5rem 0 0; font-family: "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", serif; font-size: 1.75rem; font-weight: 600; line-height: 1.4; text-wrap: balance; word-break: auto-phrase; }
p { margin: 0.75rem 0 0; color: var(--ink-soft); text-wrap: pretty; word-break: auto-phrase; }
a { display: inline-flex; align-items: center; min-height: 2.75rem; margin-top: 1.5rem; padding: 0 1rem; border: 1px solid var(--line); border-radius: 0.375rem; background: var(--surface); color: inherit; text-decoration: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

// The lantern of components/ui/illustrations, not lit: this page has no components.
const picture = `<svg viewBox="12 4 136 112" aria-hidden="true"><path stroke="var(--hairline)" d="M12 114H148"/><path stroke="var(--ink-soft)" d="M80 46V56M80 105V112"/><path fill="var(--surface)" stroke="var(--ink-soft)" d="M70 60Q60 68 60 80t10 20H90q10-8 10-20T90 60Z"/><path stroke="var(--line)" d="M63 71H97M60 80H100M63 89H97"/><path stroke="var(--ink)" stroke-width="4" d="M70 58H90M70 102H90M14 8H146"/><path fill="var(--accent)" d="M19 12H47V44q-7 2-14 1t-14 0ZM50 12H78V45q-7-1-14 0t-14-1ZM82 12H110V45q-7 1-14 0t-14 1ZM113 12H141V30q-7 7-17 7-4 0-5-4-5-10-6-21Z"/></svg>`;
