"use client";

import { usePathname } from "next/navigation";
import { useEffect, useLayoutEffect } from "react";
import { type Navigation, watchNavigations } from "./navigations.ts";
import { pressedLink } from "./pressed-link.ts";

/**
 * A person's face and name travel from where they were pressed to the person's page, and from there back to the row. By transforms after
 * the page is there: a view transition would keep the old one until then, and React makes none as one goes back.
 */
export function Travel() {
  const path = usePathname();
  useEffect(() => watchNavigations((navigation) => setOut(path, navigation)), [path]);
  useLayoutEffect(() => {
    const from = under;
    under = null;
    // Where one comes back to, the browser scrolls only now.
    if (from?.to === path) requestAnimationFrame(() => arrive(from));
  }, [path]);
  return null;
}

/** Where the middle of somebody's face or name begins, and how large it is. */
type Place = { x: number; y: number; size: number };
type Traveller = { person: string; to: string; face: Place | null; name: Place | null };

let under: Traveller | null = null;

function setOut(here: string, { href, type }: Navigation): void {
  const to = new URL(href, location.href).pathname;
  const back = type === "traverse" && personPath.test(here) ? here : null;
  const person = personPath.test(to) ? to : back;
  const shown = person && to !== here ? partsOf(here, person) : null;
  under = person && shown ? { person, to, ...placesOf(shown) } : null;
}

function arrive({ person, to, ...from }: Traveller): void {
  const shown = partsOf(to, person);
  if (!shown || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const at = placesOf(shown);
  travel(shown.face, from.face, at.face);
  travel(shown.name, from.name, at.name);
}

function travel(element: Element | null, from: Place | null, to: Place | null): void {
  if (!element || !from || !to) return;
  const begin = `translate(${from.x - to.x}px, ${from.y - to.y}px) scale(${from.size / to.size})`;
  const transformOrigin = "0 50%";
  element.animate(
    [
      { transform: begin, transformOrigin },
      { transform: "none", transformOrigin },
    ],
    { duration: 300, easing: "cubic-bezier(0.2, 0.7, 0.2, 1)" },
  );
}

type Parts = { face: Element | null; name: Element | null };

/** Where a page shows somebody: the head of their own page, or the row that leads there, of several the one that was pressed. */
function partsOf(path: string, person: string): Parts | null {
  if (path === person) {
    const name = document.querySelector("main h1");
    return { face: name?.closest("header")?.querySelector(".face") ?? null, name };
  }
  const links = [...document.querySelectorAll<HTMLAnchorElement>("main a[href]")].filter(
    (link) => link.pathname === person && isInView(link),
  );
  const pressed = pressedLink();
  const name = links.find((link) => link === pressed) ?? links[0];
  return name ? { face: name.closest("li, header, aside")?.querySelector(".face") ?? null, name } : null;
}

function placesOf({ face, name }: Parts): Pick<Traveller, "face" | "name"> {
  return {
    face: face && placeOf(face, face.getBoundingClientRect().width),
    name: name && placeOf(name, Number.parseFloat(getComputedStyle(name).fontSize)),
  };
}

function placeOf(element: Element, size: number): Place | null {
  const { left, top, height } = element.getBoundingClientRect();
  return isInView(element) ? { x: left, y: top + height / 2, size } : null;
}

function isInView(element: Element): boolean {
  const { top, bottom, width } = element.getBoundingClientRect();
  return width > 0 && bottom > 0 && top < innerHeight;
}

const personPath = /^\/c\/[^/]+\/people\/[^/]+$/;
