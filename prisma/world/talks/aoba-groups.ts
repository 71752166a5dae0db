import type { GroupTalk, Request } from "#prisma/world/talk.ts";

/** Groups of Aoba: those who came in one spring, and those who left one laboratory. */
export const aobaGroups: GroupTalk[] = [
  {
    name: "2016年入社の会",
    members: [
      "sakura",
      { email: "employee18.aoba@example.com" },
      { email: "yuki.200094@example.com" },
      { email: "ken.200369@example.org" },
      { email: "mio.200053@example.net" },
    ],
    ago: "2d",
    text: `
a: 同期のみなさん、大野です。
入社十年目の秋に、一度集まりませんか。辞めた人も、まだいる人も。
^ 🙌 bcde
b 40m: 児玉です。行きます！
研修所のカレーがまだ食べられるなら、御殿場でもいいくらいです。
c 2h: 東海林です。お久しぶりです。
カレーは三日目の昼がいちばんおいしいという結論でしたね。
^ 😂 abd
d 5h >1: ぜひ。教員になってから土曜も部活ですが、日曜なら空けられます。
e 1d: 長谷川です。翻訳の納期の谷間が月末にあります。谷間で飲みましょう。
a 3h: では月末の日曜、東京駅の近くで探しますね。
b >6 *: 店は任せてください。営業十年、宴会の幹事だけは一度も失注していません。
^ 👏 acde
c 30m: 頼もしい。経費精算は、元経理が目を光らせておきます。
a 1d: 決まりました！ 日曜の17時、丸の内側の改札に集合です。
目印に、入社式でもらった青いペンを持って立っています。
d 4h: まだ書けるんですか、あのペン。
a: 書けます。たぶん、会社より長持ちします。
^ 😂 bcde
`,
  },
  {
    name: "材開OB会",
    members: [
      { email: "mio.200041@example.net" },
      "kosaku",
      "chinatsu",
      { email: "taro.200289@example.com" },
      { email: "yuki.200244@example.com" },
    ],
    ago: "5d",
    text: `
a: 世話人の{a}です。今年の温泉は、二月の第二土曜にしようと思います。いかがでしょうか。
b 2h: 結構ですね。去年は露天風呂で粘度の話をして、のぼせました。
^ 😂 acde
d 1d: {d}です。参加します。
古い試作のアルバムを持っていきます。お見せしたい写真が一枚あるんです。
c 3h >3: もしかして、C棟の屋上の…
d 1h: その写真です。
^ 🤭 ac
e 6h: 学生を一人、連れていってもいいでしょうか。分解性樹脂の昔話を聞きたいと言っています。
a 2h >6: もちろんです。ただし、若い人には卓球の審判をお願いします。
^ 👍 bcde
c 1d *: 私は子どもを寝かせてから合流します。二次会の席を一つ、残しておいてください。
b 5h: 席は残します。鰆があれば、それも残します。
a 1d: それでは五名とお一人で予約しました。詳しくは来月、またこちらに書きますね。
^ 🙏 bcde
`,
  },
];

/** A stranger at Aoba, who had left before the other came. */
export const aobaRequests: Request[] = [
  {
    from: { email: "mio.200005@example.net" },
    to: "chinatsu",
    ago: "1d",
    text: `はじめまして。材料開発部に2004年までおりました山﨑真理と申します。
プロフィールでB棟の合成室のお話を拝見し、懐かしくなって書いています。いまは接着剤の配合設計をしておりまして、水添樹脂のことを一度うかがえたらうれしいです。`,
  },
];
