import { fold } from "#app/i18n/fold.ts";

/** As a passport writes them: capitals, no diacritics, the family first. */
export function passportName(family: string, secondSurname: string | null, given: string): string {
  const plain = (name: string | null) =>
    fold(name ?? "")
      .replace(/’/g, "")
      .toUpperCase();
  return [family, secondSurname, given].map(plain).filter(Boolean).join(" ");
}

/** Hepburn as it is written where long vowels and the apostrophe are left out. */
export const withoutMacrons = (hepburn: string) =>
  hepburn
    .normalize("NFD")
    .replace(/[\u0304’]/g, "")
    .normalize("NFC");

/** The part of an address before the @: `maria-fernanda.ibanez`. */
export function keyOf(given: string, surname: string): string {
  const plain = (name: string) => fold(name).replace(/[^a-z]+/g, "-");
  return `${plain(given)}.${plain(surname)}`;
}

/** The same, of a name in Hepburn with the family first. */
export function japaneseKey(hepburn: string): string {
  const [family = "", given = ""] = withoutMacrons(hepburn).split(" ");
  return keyOf(given, family);
}
