"use client";

import { useEffect, useState } from "react";
import { enteringCookie } from "./entering.ts";

const cloths = [0, 1, 2, 3];
const staggerMs = 30;

/** The company's noren over the page, lifting as somebody comes in; once, and never where motion is reduced. */
export function NorenLift() {
  const [lifted, setLifted] = useState(false);
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser that we serve.
    document.cookie = `${enteringCookie}=; path=/; max-age=0`;
  }, []);
  if (lifted) return null;
  return (
    <div
      aria-hidden="true"
      data-noren=""
      className="pointer-events-none fixed inset-0 z-40 flex overflow-hidden motion-reduce:hidden"
    >
      {cloths.map((cloth) => (
        <span
          key={cloth}
          style={{ animationDelay: `${cloth * staggerMs}ms` }}
          onAnimationEnd={cloth === cloths.length - 1 ? () => setLifted(true) : undefined}
          className="me-0.5 flex-1 origin-top-left animate-lift bg-cloth last:me-0"
        />
      ))}
    </div>
  );
}
