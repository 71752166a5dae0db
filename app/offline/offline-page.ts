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
${mark}
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

// The paper and ink of app/globals.css.
const style = `
:root { color-scheme: light dark; --paper: light-dark(oklch(98.5% 0.006 85), oklch(19% 0.008 65)); --ink: light-dark(oklch(25% 0.01 60), oklch(92% 0.012 80)); --ink-soft: light-dark(oklch(46% 0.012 65), oklch(74% 0.014 78)); --line: light-dark(oklch(62% 0.012 75), oklch(54% 0.012 70)); --accent: light-dark(oklch(63% 0.16 45), oklch(66% 0.15 45)); }
[data-scheme="light"] { color-scheme: light; }
[data-scheme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font-family: "Noto Sans JP Variable", "Hiragino Sans", "Yu Gothic UI", system-ui, sans-serif; line-height: 1.7; }
main { min-height: 100dvh; max-width: 28rem; margin: 0 auto; padding: 2rem 1.25rem 8rem; display: flex; flex-direction: column; align-items: flex-start; justify-content: center; }
svg { width: 3rem; height: 3rem; fill: var(--accent); }
div + div { margin-top: 2rem; }
h1 { margin: 2rem 0 0; font-size: 1.75rem; font-weight: 600; line-height: 1.4; font-feature-settings: "palt"; text-wrap: balance; word-break: auto-phrase; }
p { margin: 0.75rem 0 0; color: var(--ink-soft); text-wrap: pretty; word-break: auto-phrase; }
a { display: inline-flex; align-items: center; min-height: 2.75rem; margin-top: 2rem; padding: 0 1.25rem; border: 1px solid var(--line); border-radius: 0.375rem; color: inherit; text-decoration: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

const mark = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M2 3.5a1 1 0 0 1 1-1h18a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1Z"/><path d="M4 6h7.25v14.5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6Z"/><path d="M12.75 6H20v10.6a1 1 0 0 1-1.2.98C15.4 16.9 13 12.2 12.75 6Z"/></svg>`;
