import { headingKey, lastPartKey } from "./headings.ts";

/** What a column may hold, each with the headings that say so: of two columns that fit, the one whose heading stands further ahead is taken. */
const synonyms = {
  number:
    "社員番号|従業員番号|社員コード|従業員コード|社員NO|社員No.|従業員NO|スタッフコード|職員番号|職員コード|メンバーコード|従業員ID|社員ID|Employee ID|Employee #|Employee Number|Employee No|Worker ID|Person ID|Personnel Number|USERID|User ID",
  familyName:
    "姓|氏|苗字|名字|氏名（姓）|氏名（氏）|Last Name|Legal Last Name|Legal Name - Last|Family Name|Surname|LASTNAME",
  givenName: "名|名前（名）|氏名（名）|First Name|Legal First Name|Legal Name - First|Given Name|FIRSTNAME",
  name: "氏名|従業員名|従業員氏名|社員名|社員氏名|職員名|職員氏名|スタッフ名|名前|Full Name|Employee Name|Legal Name|Name|Worker",
  familyNameKana:
    "姓（カナ）|姓カナ|姓（カタカナ）|カナ（姓）|姓（フリガナ）|姓フリガナ|フリガナ（姓）|姓（ヨミガナ）|姓（ふりがな）|氏（フリガナ）|氏（カナ）|氏カナ|セイ|氏名カナ（姓）",
  givenNameKana:
    "名（カナ）|名カナ|名（カタカナ）|カナ（名）|名（フリガナ）|名フリガナ|フリガナ（名）|名（ヨミガナ）|名（ふりがな）|メイ|氏名カナ（名）",
  kana: "フリガナ|ふりがな|カナ氏名|氏名カナ|氏名（カナ）|氏名（フリガナ）|氏名フリガナ|氏名（カタカナ）|ヨミガナ|よみがな|氏名（ヨミガナ）|カナ|カナ名|従業員名カナ|社員名カナ",
  kanjiFamilyName: "Last Name (Kanji)|LAST_NAME_ALT1|Family Name (Kanji)|Last Name - Local Script",
  kanjiGivenName: "First Name (Kanji)|FIRST_NAME_ALT1|Given Name (Kanji)|First Name - Local Script",
  workFamilyName:
    "ビジネスネーム：姓|ビジネスネーム姓|ビジネスネーム（姓）|職場氏名（氏）|職場氏名（姓）|職場姓",
  workGivenName: "ビジネスネーム：名|ビジネスネーム名|ビジネスネーム（名）|職場氏名（名）|職場名",
  workName: "ビジネスネーム|職場氏名|通称|表示名|Display Name",
  preferredName: "Preferred Name|Preferred First Name|Nickname",
  formerFamilyName: "旧姓|旧氏|Former Last Name|Maiden Name|Birth Name",
  joined:
    "入社年月日|入社日|採用年月日|採用日|雇入年月日|雇入日|入所年月日|入所日|入職年月日|入職日|Hire Date|Original Hire Date|Start Date|HIREDATE|Date of Joining",
  left: "退職年月日|退職日|退社年月日|退社日|離職年月日|離職日|退所年月日|退所日|Termination Date|Exit Date|COMPANYEXITDATE|End Date|Last Day|Leaving Date|Contract End Date",
  rehired: "再入社日|再雇用日|Rehire Date",
  department:
    "最終所属|所属部署|所属部署名|部署|部署名|部門|部門名|所属|所属名|メイングループ|所属グループ|所属組織|Department|Division|Cost Center|Supervisory Organization|Organization|Team",
  post: "役職|役職名|肩書|肩書き|職位|職位名|Business Title|Job Title|Title|Position",
  employment:
    "雇用形態|雇用区分|社員区分|スタッフ種別|契約種別|従業員区分|Employee Type|Employment Type|Worker Type|Employment Status",
  privateMail:
    "メールアドレス（私用）|私用メールアドレス|個人メールアドレス|個人メール|プライベートメールアドレス|メールアドレス（個人）|Primary Personal Email|Personal Email|Home Email|Private Email",
  mail: "メールアドレス|メール|E-mail|Email|Email Address|Mail",
  workMail:
    "会社メールアドレス|社用メールアドレス|メールアドレス（会社）|業務用メールアドレス|Work Email|Business Email|Company Email",
  status: "在籍状況|在職ステータス|在籍ステータス|在籍区分|在職区分|在職状況|ステータス|Status",
  appliedOn: "適用日|適用開始日|発令日|発令年月日|異動日|Effective Date",
  departure:
    "退職区分|退職種別|退職事由|退職理由|離職理由|Termination Type|Termination Reason|Leaving Type|Leaving Reason",
  died: "死亡日|死亡年月日|Date of Death",
} as const;

export type Field = keyof typeof synonyms;
export const fields = Object.keys(synonyms) as Field[];

export const dateFields: ReadonlySet<Field> = new Set(["joined", "left", "rehired", "appliedOn", "died"]);

/** The fields of which a name may be made, each with the other half that belongs to it. */
export const nameFields: readonly (readonly Field[])[] = [
  ["familyName", "givenName"],
  ["name"],
  ["workFamilyName", "workGivenName"],
  ["workName"],
  ["kanjiFamilyName", "kanjiGivenName"],
];

/** What a heading says that its column holds, in full or by its last part; the lower the rank, the surer. */
export type Guess = { field: Field; rank: number; isWhole: boolean };

/** Undefined for a heading that is not known. A heading of which only the last part is known ranks behind all others. */
export function guessField(heading: string): Guess | undefined {
  const whole = known.get(headingKey(heading));
  if (whole) return whole;
  const part = known.get(lastPartKey(heading) ?? "");
  return part && { field: part.field, rank: part.rank + 1000, isWhole: false };
}

/** Whether a heading, or the group above it, is about another person: their superior, who filled in the form. */
export function isOfSomebodyElse(heading: string): boolean {
  return /上司|上長|評価者|承認者|申請者|紹介者|保証人|更新者|登録者|担当者|manager|supervisor(?!y)|approver|\breferr(?:er|al|ed by)/i.test(
    heading,
  );
}

const known = new Map(
  Object.entries(synonyms).flatMap(([field, headings]) =>
    headings
      .split("|")
      .map((heading, rank): [string, Guess] => [
        headingKey(heading),
        { field: field as Field, rank, isWhole: true },
      ]),
  ),
);
