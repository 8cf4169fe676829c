/** Parts that make long passwords guessable; what is left beside them must still be long. */
const guessable = [
  "password",
  "passw0rd",
  "contraseña",
  "contrasena",
  "パスワード",
  "qwertyuiop",
  "qwerty",
  "asdfgh",
  "zxcvbn",
  "1234567890",
  "123456",
  "0987654321",
  "abcdefgh",
  "letmein",
  "welcome",
  "bienvenido",
  "iloveyou",
  "administrator",
  "admin",
  "puente",
  "mexico",
  "japon",
  "japan",
  "jica",
  "amexcid",
];

/**
 * Whether a password is easily guessed: a repetition, a row of keys or letters, the words that people use most, or the
 * reader's own names and address.
 */
export function isCommonPassword(password: string, own: string[] = []): boolean {
  const folded = fold(password);
  const known = [...guessable, ...own.map(fold).filter((word) => word.length >= 4)];
  const rest = known.reduce((text, word) => text.replaceAll(word, ""), folded).replace(/[\s\d._!-]/g, "");
  return new Set(folded).size < 6 || isRepetition(folded) || countJumps(rest) < 6;
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase();

/** One short block over and over: `ramirezramirezra`. */
const isRepetition = (text: string) =>
  Array.from({ length: Math.min(10, Math.floor(text.length / 2)) }, (_, index) => index + 1).some(
    (length) => text.slice(length) === text.slice(0, -length),
  );

/** Counts characters that are not neighbours of the one before. In `hijklm` that is the first alone. */
function countJumps(text: string): number {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return codes.filter((code, index) => index === 0 || Math.abs(code - (codes[index - 1] ?? 0)) > 1).length;
}
