import type { findProfile } from "#app/people/queries.ts";

type Profile = NonNullable<Awaited<ReturnType<typeof findProfile>>>;

/** Somebody's own data as the form's fields. */
export function personFormValues(profile: Profile) {
  const { familyName, givenName, secondSurname, nativeName, kana, latinName, post, postLevel, sex, zone, locale } =
    profile;
  return {
    ...{ familyName, givenName, zone, locale },
    secondSurname: secondSurname ?? "",
    nativeName: nativeName ?? "",
    kana: kana ?? "",
    latinName: latinName ?? "",
    post: post ?? "",
    postLevel: postLevel ?? ("" as const),
    sex: sex ?? ("" as const),
  };
}

/** The name on certificates as its holder has confirmed it. A suggestion is not stored. */
export const certificateNameValues = ({ certificateName, certificateSecondName }: Profile) => ({
  certificateName: certificateName ?? "",
  certificateSecondName: certificateSecondName ?? "",
});
