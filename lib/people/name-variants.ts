/**
 * Kanji that Japanese names write in more than one way. The first of each group stands for all of it in search text.
 * Groups are wide on purpose: 斎 and 齊 are different characters, but nobody remembers which one a former colleague uses.
 */
export const nameVariants: readonly string[] = [
  // shapes that stand in family registers
  ..."高髙 崎﨑嵜碕 浜濱濵 辺邊邉 斎齋斉齊 沢澤 渕淵渊 富冨 曽曾 瀬瀨 柳栁 桑桒 島嶋嶌 吉𠮷 滝瀧 竜龍 橋槗 館舘 峰峯".split(
    " ",
  ),
  ..."船舩 松枩 桧檜 槙槇 桝枡 梅楳 柏栢 秋龝穐 野埜 薗園 鶴靏靍鸖 喜㐂 昇曻 祢禰 鉄鐵銕 籠篭 竈竃 尭堯 遥遙 瑶瑤 煕熙凞 凜凛".split(
    " ",
  ),
  ..."兎兔 珍珎 麹麴 頬頰 鴎鷗 杯盃 群羣 弁辨辯瓣 恒恆 間閒 清淸 青靑 郎郞 郷鄕 緑綠 黒黑 黄黃 彦彥 毎每 浅淺 戸戶 歩步".split(
    " ",
  ),
  ..."内內 呉吳 姫姬 悦悅 横橫 録錄 鋭銳 巣巢 渉涉 歳歲 教敎 温溫 頼賴 闘鬪 翻飜".split(" "),
  // old forms (旧字体) of everyday characters
  ..."徳德 広廣 国國 桜櫻 真眞 恵惠 関關 条條 栄榮 豊豐 寿壽 蔵藏 万萬 円圓 会會 学學 実實 宝寶 弥彌 礼禮 静靜 参參 双雙".split(
    " ",
  ),
  ..."為爲 焼燒 薫薰 穂穗 岳嶽 巌巖 亀龜 塩鹽 壱壹 弐貳 与與 予豫 余餘 台臺 当當 点點 独獨 読讀 売賣 発發 麦麥 将將 渋澁".split(
    " ",
  ),
  ..."灯燈 猪豬 揺搖 謡謠 来來 覚覺 観觀 勧勸 権權 歓歡 証證 誉譽 挙擧 暁曉 暦曆 歴歷 芦蘆 蒋蔣 薮藪 蛍螢 覧覽 鎮鎭 銭錢".split(
    " ",
  ),
  ..."隠隱 随隨 険險 雑雜 霊靈 駆驅 駅驛 鶏鷄 剣劍 勲勳 収收 叙敍 囲圍 図圖 団團 圧壓 壌壤 壮壯 声聲 奥奧 奨奬獎 寛寬".split(
    " ",
  ),
  ..."対對 専專 尽盡 属屬 帯帶 弾彈 径徑 従從 応應 悪惡 慎愼 戦戰 抜拔 拡擴 択擇 数數 旧舊 昼晝 晋晉 検檢 楼樓 楽樂 様樣".split(
    " ",
  ),
  ..."欧歐 気氣 浄淨 済濟 渓溪 湾灣 満滿 潜潛 県縣 称稱 稲稻 穏穩 穣穰 竪豎 経經 絵繪 続續 総總 縁緣 聡聰 胆膽 芸藝 荘莊".split(
    " ",
  ),
  ..."薬藥 装裝 訳譯 変變 転轉 軽輕 辞辭 酔醉 醸釀 鉱鑛 錬鍊 顕顯 仏佛 仮假 伝傳 価價 児兒 両兩 並竝 乗乘 争爭 亜亞".split(
    " ",
  ),
];
