import { isText, listOf, nullOr, pairOf, shapeOf } from "#lib/shapes.ts";

type Pair = [name: string, value: string];
type KeptForm = { path: string; fields: Pair[]; button: Pair | null };

const isPair = pairOf(isText, isText);
const isKeptForm = shapeOf<KeptForm>({ path: isText, fields: listOf(isPair), button: nullOr(isPair) });

const key = "okaeri-form";
let last: KeptForm | null = null;

/** Remembers what was typed into a form that is sent: the page that fails at its answer takes the form away. */
export function rememberForm({ target, submitter }: SubmitEvent): void {
  if (!(target instanceof HTMLFormElement)) return;
  const button = submitter instanceof HTMLButtonElement && submitter.name ? submitter : null;
  last = {
    path: location.pathname,
    fields: [...new FormData(target)].flatMap(([name, value]) =>
      // React's own fields name what the old server knew.
      typeof value === "string" && !name.startsWith("$ACTION") ? [[name, value]] : [],
    ),
    button: button && [button.name, button.value],
  };
}

/** Hands the last form over to the page that is loaded in place of this one. */
export function carryForm(): void {
  if (last) sessionStorage.setItem(key, JSON.stringify(last));
}

/** Fills the last form of this page again, once it is there. */
export function refillForm(): void {
  if (last) fill(last);
}

/** Fills the form that the page before has handed over, and sends it: that page has not been answered. */
export function sendCarriedForm(): void {
  const carried = takeCarried();
  if (carried?.path !== location.pathname) return;
  const form = fill(carried);
  if (form) form.requestSubmit(buttonOf(form, carried));
}

function takeCarried(): KeptForm | null {
  try {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const form: unknown = JSON.parse(kept ?? "null");
    return isKeptForm(form) ? form : null;
  } catch {
    return null;
  }
}

/** The form in question, filled; undefined where this page has none like it. */
function fill(kept: KeptForm): HTMLFormElement | undefined {
  const form = [...document.forms].find((one) => isLike(one, kept));
  for (const [name, value] of kept.fields) {
    const field = form && fieldOf(form, name);
    if (field && field.type !== "hidden") field.value = value;
  }
  return form;
}

// Of several alike (one for each company) the hidden fields, and the button, say which.
function isLike(form: HTMLFormElement, kept: KeptForm): boolean {
  const fits = kept.fields.every(([name, value]) => {
    const field = fieldOf(form, name);
    return field && (field.type !== "hidden" || field.value === value);
  });
  return (
    fits &&
    (kept.fields.length > 0 || kept.button !== null) &&
    (!kept.button || Boolean(buttonOf(form, kept)))
  );
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | HTMLTextAreaElement | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null;
}

function buttonOf(form: HTMLFormElement, { button }: KeptForm): HTMLButtonElement | null {
  const buttons = [...form.querySelectorAll("button")];
  return buttons.find(({ name, value }) => button && name === button[0] && value === button[1]) ?? null;
}
