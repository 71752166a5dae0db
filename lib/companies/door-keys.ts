import { normalise } from "#lib/people/normalise.ts";
import { romajiSpellings } from "#lib/people/romaji.ts";
import { toHepburn } from "#lib/people/sounds.ts";

/** Shorter ones are not answered: nobody finds out by a few letters who is here. */
const minLength = 2;

type NamedCompany = { slug: string; name: string; nameEn: string; foundBy: readonly string[] };

/** All that a company's door is found by, folded: its slug, its names and what it wants to be found by besides, kana in romaji too. */
export function doorKeys({ slug, name, nameEn, foundBy }: NamedCompany): string[] {
  const keys = [slug, name, nameEn, ...foundBy].flatMap((text) => {
    const key = foldCompanyName(text);
    return /^[ぁ-ゖ]+$/.test(key) ? [key, ...romajiSpellings(key)] : [key];
  });
  return [...new Set(keys)].filter(isLongEnough);
}

/** The keys of which what a person typed may mean one; none for too little. */
export function doorKeysAsked(query: string): string[] {
  const key = foldCompanyName(query);
  return [...new Set([key, toHepburn(key)])].filter(isLongEnough);
}

/** Without what kind of company it is (株式会社, ㈱, Inc., Co., Ltd.), spaces and punctuation, unless too little is left. */
function foldCompanyName(text: string): string {
  const folded = normalise(text);
  const key = bare(folded.replace(japaneseForms, " ").replace(englishForms, " "));
  return isLongEnough(key) ? key : bare(folded);
}

function bare(text: string): string {
  return text.replace(/[\s.,、。&＆!?"“”/()]/g, "");
}

const japaneseForms =
  /\((?:株|有|同|資|名|社|財|医|学|福)\)|(?:株式|有限|合同|合資|合名)会社|(?:一般|公益|特定非営利活動)?(?:社団|財団|活動)?法人|かぶしきがいしゃ|ゆうげんがいしゃ|ごうどうがいしゃ/g;
const englishForms =
  /(?<![a-z])(?:the|inc|incorporated|ltd|limited|co|company|corp|corporation|llc|llp|plc|gmbh|ag|kk|k\.k|pte|pty|sa|nv|bv)\b\.?/g;

function isLongEnough(key: string): boolean {
  return [...key].length >= minLength;
}
