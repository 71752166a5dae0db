import { isJapaneseName, type NameParts } from "./names.ts";
import { normalise } from "./normalise.ts";
import { romajiNames } from "./romaji.ts";
import { isRomaji, soundOf, toHepburn } from "./sounds.ts";
import { tenureWords, withTenureWords } from "./tenure-words.ts";

/** What of a profile an audience may find its member by; leave out what it may not see. */
export interface SearchFields extends NameParts {
  department?: string | null;
  /** What they held besides. */
  positions?: readonly { department: string }[];
  headline?: string | null;
  skills?: readonly string[];
  area?: string | null;
  /** Days, YYYY-MM-DD. */
  joinedOn?: string | null;
  leftOn?: string | null;
  /** What they answered to what the company asks besides, in each language, with the field's mark. */
  details?: readonly { mark: number; words: readonly (string | null)[] }[];
}

/** What to look for in search texts: every one of `terms`, each of which may offer two spellings, parted by "|"; or else `sounds`. */
type PeopleTerms = {
  terms: string[];
  /** The same by their sound, for when nobody is found; none where that is nothing else. */
  sounds: string[];
};

/** Of the characters that nobody writes with. */
const firstMark = 0xe000;
/** Those of the fields that every profile has, behind those of all companies' own; as mark_of has them (prisma/sql/people/passed-over.sql). */
const marks = {
  tenure: "\uf001",
  department: "\uf002",
  formerName: "\uf003",
  headline: "\uf004",
  skills: "\uf005",
  area: "\uf006",
};
const maxTerms = 5;
const maxTermLength = 40;

/**
 * The text of a search_docs row: the fields normalised, each behind "|", and one that begins with a surname behind "||". What a company may close has its field's mark,
 * behind its bar or before a surname's two, and none stands twice behind one mark.
 */
export function searchDoc(fields: SearchFields): string {
  const texts = new Map<string, string>();
  const put = (mark: string, before: string, written: readonly string[]) => {
    for (const text of written)
      if (text && !texts.has(text) && !texts.has(mark + text)) texts.set(mark + text, before + text);
  };
  const add = (mark: string, before: string, written: readonly (string | null | undefined)[]) =>
    put(
      mark,
      before,
      written.map((text) => normalise(text ?? "")),
    );
  const { name, former } = nameTexts(fields);
  add("", "||", name.surnameFirst);
  add("", "|", name.givenFirst);
  put("", "|", name.sounds);
  add(marks.formerName, `${marks.formerName}||`, former.surnameFirst);
  add(marks.formerName, `|${marks.formerName}`, former.givenFirst);
  put(marks.formerName, `|${marks.formerName}`, former.sounds);
  const { department, positions = [], headline, skills = [], area, joinedOn, leftOn } = fields;
  for (const [mark, written] of [
    [marks.department, [department, ...positions.map((one) => one.department)]],
    [marks.headline, [headline]],
    [marks.skills, skills],
    [marks.area, [area]],
    [marks.tenure, tenureWords(joinedOn, leftOn)],
  ] as const)
    add(mark, `|${mark}`, written);
  // What is retired or closed is told by its mark, and passed over, before the texts are made anew: see prisma/sql/people/passed-over.sql.
  for (const { mark, words } of fields.details ?? []) {
    const own = String.fromCharCode(firstMark + mark);
    add(own, `|${own}`, words);
  }
  return [...texts.values()].join("");
}

/** What a person typed, as normalised terms that must all be found: at most 5, each of at most 40 characters. */
export function queryTerms(query: string): string[] {
  return termsOf(normalise(query), " ");
}

/**
 * What a person typed to find people. Commas and brackets part words as spaces do, years of joining are written one way, and romaji of any
 * system is also looked for in Hepburn.
 */
export function peopleTerms(query: string): PeopleTerms {
  const words = termsOf(withTenureWords(normalise(query)), /[ ,、;/()「」]+/);
  const terms = words.map((word) => {
    // Of less than three letters si is any text with an s and an i in it.
    const hepburn = word.length > 2 && isRomaji(word) ? toHepburn(word) : word;
    return hepburn === word ? word : `${word}|${hepburn}`;
  });
  const sounds = words.map((word) => soundOf(word) ?? word);
  return { terms, sounds: sounds.some((sound, index) => sound !== words[index]) ? sounds : [] };
}

function termsOf(normalised: string, separator: string | RegExp): string[] {
  const terms = normalised.split(separator).map((term) => [...term].slice(0, maxTermLength).join(""));
  return [...new Set(terms)].filter(Boolean).slice(0, maxTerms);
}

type NameTexts = { surnameFirst: string[]; givenFirst: string[]; sounds: string[] };

/** A name as it is and as it was. */
function nameTexts(fields: SearchFields): { name: NameTexts; former: NameTexts } {
  const { familyName, familyNameKana, formerFamilyName, formerFamilyNameKana, preferredName } = fields;
  const called = isJapaneseName(fields) ? [{ ...nothing, givenFirst: preferredName ?? "" }] : [];
  return {
    name: inColumns([...withSurname(familyName, familyNameKana, fields), ...called]),
    former: inColumns(withSurname(formerFamilyName, formerFamilyNameKana, fields)),
  };
}

type Surname = string | null | undefined;

function withSurname(surname: Surname, kana: Surname, name: SearchFields): NamePair[] {
  const { givenName, givenNameKana, preferredName } = name;
  const givenNames = [givenName, preferredName ?? ""].filter(Boolean);
  const written = !surname
    ? []
    : isJapaneseName(name)
      ? [pair(surname, givenName)]
      : givenNames.flatMap((given) => latinPairs(surname, given));
  return [...written, ...(kana && givenNameKana ? readings(kana, givenNameKana) : [])];
}

function inColumns(all: readonly NamePair[]): NameTexts {
  const column = (key: keyof NamePair) => all.map((texts) => texts[key].replace(/\s/g, ""));
  return { surnameFirst: column("surnameFirst"), givenFirst: column("givenFirst"), sounds: column("sound") };
}

/** A name in both orders, as far as it is looked for in them, or its sound. */
type NamePair = { surnameFirst: string; givenFirst: string; sound: string };

const nothing: NamePair = { surnameFirst: "", givenFirst: "", sound: "" };

function pair(family: string, given: string): NamePair {
  return { ...nothing, surnameFirst: `${family}${given}` };
}

function latinPair(family: string, given: string): NamePair {
  return { ...pair(family, given), givenFirst: `${given}${family}` };
}

function latinPairs(family: string, given: string): NamePair[] {
  return [latinPair(family, given), latinPair(withUmlautsSpelt(family), withUmlautsSpelt(given))];
}

/** Kana, each way to spell it (大野太郎 is oonotarou, onotaro and ohnotaroh, and given name first as well), and its sound. */
function readings(familyKana: string, givenKana: string): NamePair[] {
  const romaji = romajiNames(familyKana, givenKana).map(({ family, given }) => latinPair(family, given));
  const [familySound, givenSound] = [soundOf(familyKana) ?? "", soundOf(givenKana) ?? ""];
  const sounds = [`${familySound}${givenSound}`, `${givenSound}${familySound}`];
  return [pair(familyKana, givenKana), ...romaji, ...sounds.map((sound) => ({ ...nothing, sound }))];
}

/** Müller is looked for as muller and as mueller; normalising gives the first. */
function withUmlautsSpelt(name: string): string {
  return name.normalize("NFC").replace(/[äöüåø]/gi, (letter) => umlauts[letter.toLowerCase()] ?? letter);
}

const umlauts: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };
