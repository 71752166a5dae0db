import { BareList } from "#components/ui/list.tsx";

/** Pages on the web that somebody names of themself: we answer for none of them. */
export function WebLinks({ links }: { links: readonly string[] }) {
  return (
    <BareList className="grid justify-items-start gap-1">
      {links.filter(isWebAddress).map((link) => (
        <li key={link} className="max-w-full">
          <a
            href={link}
            target="_blank"
            rel="noopener nofollow ugc"
            className="inline-flex min-h-6 max-w-full items-center text-accent-ink underline decoration-1 underline-offset-4 hover:decoration-2"
          >
            <span className="min-w-0 truncate">{shortAddress(link)}</span>
          </a>
        </li>
      ))}
    </BareList>
  );
}

/** An address as people say it: without its scheme, and without a slash that ends it. */
function shortAddress(link: string): string {
  return link.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
}

function isWebAddress(link: string): boolean {
  return /^https?:\/\//i.test(link);
}
