import { romajiSpellings } from "./kana.ts";
import { isJapaneseName, type NameParts } from "./names.ts";
import { normalise } from "./normalise.ts";

export { normalise };

/** What of a profile an audience may find its member by; leave out what it may not see. */
export interface SearchFields extends NameParts {
  department?: string | null;
  headline?: string | null;
  skills?: readonly string[];
  area?: string | null;
}

const maxTerms = 5;
const maxTermLength = 40;

/** The text of a search_docs row: the fields normalised, parted by "|", none twice. */
export function searchDoc(fields: SearchFields): string {
  const others = [fields.department, fields.headline, ...(fields.skills ?? []), fields.area];
  const texts = [...nameTexts(fields), ...others].map((text) => normalise(text ?? ""));
  return [...new Set(texts)].filter(Boolean).join("|");
}

/** What a person typed, as normalised terms that must all be found: at most 5, each of at most 40 characters. */
export function queryTerms(query: string): string[] {
  const terms = normalise(query)
    .split(" ")
    .map((term) => [...term].slice(0, maxTermLength).join(""));
  return [...new Set(terms)].filter(Boolean).slice(0, maxTerms);
}

function nameTexts(name: SearchFields): string[] {
  const { familyName, givenName, preferredName, formerFamilyName } = name;
  const surnames = formerFamilyName ? [familyName, formerFamilyName] : [familyName];
  const written = isJapaneseName(name)
    ? surnames.map((surname) => `${surname}${givenName}`)
    : surnames.flatMap((surname) => bothOrders(surname, givenName).flatMap(withUmlautsSpelt));
  const read = [name.familyNameKana, name.formerFamilyNameKana].flatMap((surname) =>
    surname && name.givenNameKana ? readings(surname, name.givenNameKana) : [],
  );
  const preferred = preferredName
    ? isJapaneseName(name)
      ? [preferredName]
      : bothOrders(familyName, preferredName)
    : [];
  return [...written, ...read, ...preferred].map((text) => text.replace(/\s/g, ""));
}

/** Kana, then each way to spell it: 大野太郎 is oonotarou, onotaro and ohnotaroh, and given name first as well. */
function readings(familyKana: string, givenKana: string): string[] {
  const family = romajiSpellings(familyKana);
  const given = romajiSpellings(givenKana);
  const romaji = Array.from({ length: Math.max(family.length, given.length) }, (_, index) =>
    bothOrders(family[index] ?? family[0] ?? "", given[index] ?? given[0] ?? ""),
  );
  return [`${familyKana}${givenKana}`, ...romaji.flat()];
}

function bothOrders(family: string, given: string): string[] {
  return [`${family}${given}`, `${given}${family}`];
}

/** Müller is looked for as muller and as mueller; normalising gives the first. */
function withUmlautsSpelt(name: string): string[] {
  const spelt = name
    .normalize("NFC")
    .replace(/[äöüåø]/gi, (letter) => umlauts[letter.toLowerCase()] ?? letter);
  return spelt === name ? [name] : [name, spelt];
}

const umlauts: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };
