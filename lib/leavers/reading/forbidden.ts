/**
 * Whether a column with this heading must not be read at all: numbers of the state and of insurances, accounts, pay, disability, family,
 * health, nationality, addresses, emergency contacts, and why exactly somebody left.
 */
export function isForbidden(heading: string): boolean {
  const text = heading.normalize("NFKC").replace(/\s+/g, " ");
  return (
    japanese.test(text.replaceAll(" ", "")) ||
    english.test(text.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " "))
  );
}

const japanese = new RegExp(
  [
    "マイナンバー|個人番号|年金|保険|被保険者",
    "口座|銀行|支店番号|振込|名義人",
    "報酬|基本給|給与|給料|賃金|賞与|年収|月給|日給|時給|年俸|手当|退職金|所得|税",
    "障害|障がい|障碍|寡婦|寡夫|ひとり親|配偶者|扶養|家族|親族|続柄|世帯|婚姻|未婚|既婚",
    "健康診断|健診|病歴|既往|血液型|傷病|ストレスチェック|ワクチン|国籍|在留|パスポート|旅券|ビザ|宗教|信条|組合",
    "本籍|住所|郵便番号|緊急|退職理由.*詳細|退職事由.*詳細|離職理由.*詳細|懲戒",
  ].join("|"),
);

const english = new RegExp(
  [
    "my number|national ?id|social security|\\bssn\\b|\\bnin\\b|tax(?:payer)? (?:id|number|code)|passport|\\bvisa\\b|work permit",
    "bank|\\biban\\b|\\bbic\\b|account number|sort code|salary|\\bpay(?: rate| group| grade)?\\b|compensation|wage|bonus|\\bnational insurance",
    "disab|marital|spouse|dependent|dependant|\\bfamily (?!name)|religio|ethnic|\\brace\\b|nationality|citizenship|veteran|health|medical|pregnan",
    "emergency|(?<!mail )\\baddress\\b(?! ?\\(?e-?mail)|\\bstreet\\b|\\bzip(?: code)?\\b|postal|post code|termination (?:notes?|comments?|details?)",
  ].join("|"),
  "i",
);
