import { linkParts } from "./link-parts.ts";

/** What somebody wrote: its line breaks kept, its web addresses links that tell the other side nothing. */
export function MessageText({ text }: { text: string }) {
  return (
    <p lang={kana.test(text) ? "ja" : undefined} className="whitespace-pre-wrap">
      {linkParts(text).map((part, index) =>
        part.href ? (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes.
            key={index}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="underline decoration-1 underline-offset-3 hover:decoration-2"
          >
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
