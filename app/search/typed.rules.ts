/** What Japanese letters put behind a name. In katakana they could be a part of it. */
const behind = /(?<=\S)(?:様|さま|さん|殿|氏|先生)$/u;
const romajiBehind = /[-‐‑](?:san|sama|sensei|dono)$/iu;

/** A word of its own, behind a name or before it. */
const aloneBehind = /^(?:様|さま|さん|殿|氏|先生|san|sama|sensei|dono)$/iu;
const aloneBefore =
  /^(?:sr|sra|srta|sres|don|doña|dr|dra|lic|ing|arq|mtro|mtra|prof|profa|c\.?p|mr|mrs|ms|mx|miss)\.?$/iu;

/**
 * What somebody typed, without the polite forms that people copy together with a name. Names are found by their
 * beginnings: a shorter word finds everybody whom the longer one would, so nobody is lost whose name ends like that.
 */
export function withoutHonorifics(typed: string): string {
  const words = typed.trim().split(/\s+/).map(withoutEnding);
  while (words.length > 1 && aloneBefore.test(words[0] as string)) words.shift();
  while (words.length > 1 && aloneBehind.test(words.at(-1) as string)) words.pop();
  return words.map(withoutEnding).join(" ");
}

/** A name of one character keeps what follows it: 鵜殿 is a name. */
function withoutEnding(word: string): string {
  const shorter = word.replace(romajiBehind, "").replace(behind, "");
  return [...shorter].length > 1 ? shorter : word;
}
