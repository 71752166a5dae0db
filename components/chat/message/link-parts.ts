export type LinkPart = { text: string; href?: string };

/** A text in pieces, those that are web addresses with their href. Joined, the pieces are the text. */
export function linkParts(text: string): LinkPart[] {
  const parts: LinkPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(candidate)) {
    const address = withoutTail(found);
    if (!isWebAddress(address)) continue;
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ text: address, href: address });
    from = index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

// The characters of RFC 3986 alone: Japanese text that follows without a space is not part of the address.
const candidate = /(?<![a-z0-9])https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi;

/** Without the punctuation of the sentence around it; a closing bracket stays when it was opened inside. */
function withoutTail(address: string): string {
  const last = address.at(-1) ?? "";
  if (".,:;!?'*".includes(last)) return withoutTail(address.slice(0, -1));
  const opening = opened[last];
  if (opening && count(address, opening) < count(address, last)) return withoutTail(address.slice(0, -1));
  return address;
}

const opened: Record<string, string> = { ")": "(", "]": "[" };

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function isWebAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && ["http:", "https:"].includes(url.protocol) && url.hostname !== "";
}
