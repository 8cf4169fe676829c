/** The fields of a name, in the order of the reader's own language. */
export const nameFieldsIn = (language: string) =>
  language === "ja"
    ? (["familyName", "secondSurname", "givenName"] as const)
    : (["givenName", "familyName", "secondSurname"] as const);
