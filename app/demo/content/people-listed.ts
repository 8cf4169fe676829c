import type { Sex } from "#app/people/rules.ts";
import type { InstitutionCode } from "./institutions.ts";

/** Whom a coordinator has put on a programme's list, and who have no account yet. All invented. */
type ListedPerson = {
  family: string;
  given: string;
  secondSurname?: string;
  native?: string;
  kana?: string;
  institution: InstitutionCode;
  post: string;
  sex: Sex | null;
  email: string | null;
};

export const listedPeople: ListedPerson[] = [
  // the demo's official of Japan once more, as another agency's list has her: they may be merged
  {
    ...{ family: "Takahashi", given: "Haruka", native: "高橋 遥", kana: "タカハシ ハルカ" },
    ...{ institution: "JP-CUSTOMS", post: "東京税関 監視部 監視官", sex: "female", email: "haruka@kanshi.example" },
  },
  {
    ...{ family: "Nakagawa", given: "Emi", native: "中川 恵美", kana: "ナカガワ エミ" },
    ...{ institution: "JMA", post: "地震火山部 管理課 係長", sex: "female", email: "nakagawa@jma.example" },
  },
  {
    ...{ family: "Nishiyama", given: "Taku", native: "西山 拓", kana: "ニシヤマ タク" },
    ...{ institution: "MLIT", post: "港湾局 海岸・防災課 課長補佐", sex: "male", email: "nishiyama@mlit.example" },
  },
  {
    ...{ family: "Fuentes", given: "Alejandra", secondSurname: "Mora" },
    ...{ institution: "CENAPRED", post: "Directora de Difusión", sex: "female", email: null },
  },
  {
    ...{ family: "Téllez", given: "Rodrigo", secondSurname: "Abarca" },
    ...{
      institution: "MX-CUSTOMS",
      post: "Director General de Investigación",
      sex: null,
      email: "tellez@anam.example",
    },
  },
  // the same as another office has him: the demo's coordinator has merged the two
  {
    ...{ family: "Tellez", given: "Rodrigo", secondSurname: "Abarca" },
    ...{ institution: "MX-CUSTOMS", post: "Dir. Gral. de Investigación", sex: "male", email: "rtellez@anam.example" },
  },
];
