const hiragana = /[\u3041-\u3096\u309d\u309e]/g;

/** Katakana stand so far behind hiragana in Unicode. */
const distance = 0x60;

/** Hiragana as katakana: か is カ, ゔ is ヴ, ゞ is ヾ. Everything else stays. */
export const katakana = (text: string): string =>
  text.replace(hiragana, (kana) => String.fromCharCode(kana.charCodeAt(0) + distance));
