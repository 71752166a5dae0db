type LinkPart = { text: string; href?: string };

/** A text in pieces, those that are addresses of the web or of mail with their href. Joined, the pieces are the text. */
export function linkParts(text: string): LinkPart[] {
  const parts: LinkPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(candidate)) {
    const address = withoutTail(found);
    const href = hrefOf(address);
    if (!isSafe(href)) continue;
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ text: address, href });
    from = index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

// The characters of RFC 3986.
const ascii = String.raw`[\w\-.~:/?#[\]@!$&'()*+,;=%]`;
/**
 * Other letters belong to an address up to the next space or punctuation, as in GitHub's autolinks: 東京を見て after …/wiki/ is linked
 * whole. But a Japanese sentence may go on without a space, nearly always by a particle: hiragana ends an address behind a Latin letter
 * or a digit (…/docsにあります) and behind the slash of its host, and を, which begins no word, behind any sign.
 */
const letter = [
  String.raw`(?!\p{Script=Hiragana})[\p{L}\p{M}\p{N}・]`,
  String.raw`(?<=[^\x00-\x7F])\p{Script=Hiragana}`,
  String.raw`(?<=[/=_~(,-])(?<!//[^/]*/)(?!を)\p{Script=Hiragana}`,
].join("|");
const rest = `(?:[/?#](?:${ascii}|${letter})*)?`;
const candidate = new RegExp(
  [
    String.raw`(?<![a-z0-9])https?://[\w\-.~:[\]@!$&'()*+,;=%]+${rest}`,
    String.raw`(?<![\w.@/-])www\.(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?![\w-])${rest}`,
    String.raw`(?<![\w.+-])[a-z0-9][\w.+-]{0,63}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,}(?![\w-])`,
  ].join("|"),
  "giu",
);

/** Without the punctuation of the sentence around it; a closing bracket stays when it was opened inside. */
function withoutTail(address: string): string {
  const last = address.at(-1) ?? "";
  if (".,:;!?'*・".includes(last)) return withoutTail(address.slice(0, -1));
  const opening = opened[last];
  if (opening && count(address, opening) < count(address, last)) return withoutTail(address.slice(0, -1));
  return address;
}

const opened: Record<string, string> = { ")": "(", "]": "[" };

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function hrefOf(address: string): string {
  if (/^https?:\/\//i.test(address)) return address;
  return /^www\./i.test(address) ? `https://${address}` : `mailto:${address}`;
}

function isSafe(href: string): boolean {
  const url = URL.parse(href);
  if (url?.protocol === "mailto:") return true;
  return url !== null && ["http:", "https:"].includes(url.protocol) && url.hostname !== "";
}
