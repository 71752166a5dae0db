export const emojiGroups = ["faces", "hands", "hearts", "nature", "food", "things", "marks"] as const;
type EmojiGroup = (typeof emojiGroups)[number];

/** The marks that one reaches for most. */
export const commonEmoji = ["👍", "❤️", "😊", "😂", "🎉", "🙏"];

/** What else one may mark a message with, by kind. */
export const emojiByGroup: Record<EmojiGroup, readonly string[]> = {
  faces: list(`
    😀 😃 😄 😁 😆 😅 😂 🤣 🙂 😉 😊 😇 🥰 😍 🤩 😘 😋 😜 🤗 🤭
    🤫 🤔 🫡 🤐 😐 😏 😒 🙄 😬 😌 😴 😷 🤧 🥵 🥶 🤯 🥳 😎 🤓 🧐
    😕 🫤 😟 😮 😲 😳 🥺 🥹 😨 😥 😢 😭 😱 😓 😩 🥱 😤 😡 🤡 👻
    😺 😸 😹 😻 🙀 😿 🙈 🙉 🙊`),
  hands: list(`
    👍 👎 👌 🤌 ✌️ 🤞 🫰 🤟 🤙 👈 👉 👆 👇 ☝️ ✋ 👋 🤚 🖐️ 👏 🙌
    🫶 👐 🤲 🤝 🙏 ✍️ 💪 👀 🧠 🙇 🙇‍♀️ 🙇‍♂️ 🙋 🙋‍♀️ 🙋‍♂️ 🙆 🙆‍♀️ 🙆‍♂️ 🙅 🙅‍♀️
    🙅‍♂️ 🤷 🤷‍♀️ 🤷‍♂️ 🤦 🤦‍♀️ 🤦‍♂️ 💁 🏃 💃 🕺 👶 🧑‍🔬 🧑‍💻 🧑‍🍳`),
  hearts: list(`
    ❤️ 🧡 💛 💚 💙 🩵 💜 🤎 🖤 🩶 🤍 🩷 💔 ❣️ 💕 💞 💓 💗 💖 💘
    💝 💯 💢 💥 💫 💦 💨 💬 💭 💤`),
  nature: list(`
    🐶 🐱 🐭 🐰 🦊 🐻 🐼 🐨 🐯 🦁 🐮 🐷 🐸 🐵 🐔 🐧 🐦 🐤 🦉 🐢
    🐟 🐬 🐳 🐙 🦋 🐝 🐞 💐 🌸 🌷 🌹 🌻 🌱 🌲 🌴 🍀 🍁 🍂 🌾 🌍
    ☀️ ⛅ ☁️ ☔ ⛈️ ❄️ ⛄ 🌈 🌙 ⭐ 🌟 ✨ ⚡ 🔥 🌊 🗻`),
  food: list(`
    ☕ 🍵 🥤 🍺 🍻 🥂 🍷 🍶 🍙 🍘 🍣 🍱 🍜 🍲 🍛 🍚 🍞 🥐 🍔 🍕
    🍟 🥗 🍗 🍡 🍢 🍦 🍰 🎂 🍫 🍬 🍭 🍩 🍪 🍎 🍊 🍋 🍌 🍉 🍇 🍓
    🍑 🍍 🥝 🍅 🌽 🥕`),
  things: list(`
    🎉 🎊 🎁 🎈 🎀 🏆 🥇 🎯 🎵 🎤 🎨 🎬 🎮 ⚽ ⚾ 🎾 🏀 🎿 🏊 🚴
    🚗 🚃 🚄 ✈️ 🚀 🏠 🏢 🏥 🏭 🗼 ⛩️ ♨️ 🎌 🎍 🎎 🎏 🎐 🎑 🎓 🎒
    💼 📅 📌 📎 📝 📄 📊 📈 📉 📚 📖 ✏️ 🔍 🔒 🔑 💡 💻 📱 📷 📞
    📧 📣 🔔 ⏰ ⏳ 🧪 🔬 🔧 🧰 💊 💰 🛒 👑 👓 ☂️ 🗑️`),
  marks: list(`
    ✅ ☑️ ✔️ ❌ ⭕ ❓ ❗ ‼️ ⁉️ 💮 🆗 🆕 🆙 🆒 🆓 🈁 🈴 ㊗️ ㊙️ 🔰
    ⚠️ 🚫 ⛔ ♻️ ➕ ➖ ▶️ ⏸️ ⏩ 🔄 🔝 🔜 ⬆️ ⬇️ ⬅️ ➡️ 🔴 🟠 🟡 🟢
    🔵 🟣 ⚫ ⚪ 1️⃣ 2️⃣ 3️⃣ 🇯🇵 🏁 🚩`),
};

function list(emoji: string): string[] {
  return emoji.trim().split(/\s+/);
}
