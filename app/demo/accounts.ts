import type { Role } from "#app/access/permissions.ts";
import type { InstitutionCode } from "#app/demo/content/institutions.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { hashPassword } from "#app/sign-in/password/password.ts";
import type { Zone } from "#app/time/zones.ts";

export const seededPassword = "puente-demo";

let hash: Promise<string> | undefined;
/** Slow by design, so that it is computed once. */
export const hashDemoPassword = () => {
  hash ??= hashPassword(seededPassword);
  return hash;
};

type AccountHolder = {
  email: string;
  role: Role;
  family: string;
  given: string;
  secondSurname?: string;
  native?: string;
  kana?: string;
  /** As the holder confirmed them for certificates. */
  certificateNames: [name: string, secondName: string | null];
  institution: InstitutionCode;
  post: string;
  locale: Locale;
  zone: Zone;
};

/** One for each role, and one for each country where the two differ. All invented. */
export const accountHolders: AccountHolder[] = [
  {
    email: "admin@demo.example",
    role: "administrator",
    family: "Aguilar",
    given: "Tomás",
    secondSurname: "Rincón",
    certificateNames: ["Tomás Aguilar Rincón", null],
    institution: "AMEXCID",
    post: "Administrador de la plataforma",
    locale: "es",
    zone: "America/Mexico_City",
  },
  {
    email: "coordinator@demo.example",
    role: "coordinator",
    family: "Serrano",
    given: "Lucía",
    secondSurname: "Beltrán",
    kana: "ルシア・セラノ",
    certificateNames: ["Lucía Serrano Beltrán", "ルシア・セラノ・ベルトラン"],
    institution: "JICA",
    post: "Coordinadora de programas de capacitación, Oficina en México",
    locale: "es",
    zone: "America/Mexico_City",
  },
  {
    email: "manager@demo.example",
    role: "manager",
    family: "Robles",
    given: "Gabriela",
    secondSurname: "Ancona",
    certificateNames: ["Gabriela Robles Ancona", null],
    institution: "AMEXCID",
    post: "Directora de Cooperación Técnica con Asia",
    locale: "es",
    zone: "America/Mexico_City",
  },
  {
    email: "instructor@demo.example",
    role: "instructor",
    family: "Honda",
    given: "Hideki",
    native: "本田 秀樹",
    kana: "ホンダ ヒデキ",
    certificateNames: ["本田 秀樹", "HONDA Hideki"],
    institution: "JP-CUSTOMS",
    post: "税関研修所 教官",
    locale: "ja",
    zone: "Asia/Tokyo",
  },
  {
    email: "focal-mx@demo.example",
    role: "focalPoint",
    family: "Zamudio",
    given: "Héctor",
    secondSurname: "Lara",
    certificateNames: ["Héctor Zamudio Lara", null],
    institution: "MX-CUSTOMS",
    post: "Enlace de Cooperación Internacional",
    locale: "es",
    zone: "America/Mexico_City",
  },
  {
    email: "focal-jp@demo.example",
    role: "focalPoint",
    family: "Kobayashi",
    given: "Makoto",
    native: "小林 誠",
    kana: "コバヤシ マコト",
    certificateNames: ["小林 誠", "KOBAYASHI Makoto"],
    institution: "JP-CUSTOMS",
    post: "財務省関税局 参事官室（国際協力担当） 係長",
    locale: "ja",
    zone: "Asia/Tokyo",
  },
  {
    email: "official-mx@demo.example",
    role: "official",
    family: "Núñez",
    given: "Mariana",
    secondSurname: "Ortega",
    kana: "マリアナ・ヌニェス",
    certificateNames: ["Mariana Núñez Ortega", "マリアナ・ヌニェス・オルテガ"],
    institution: "MX-CUSTOMS",
    post: "Subdirectora de Operación Aduanera",
    locale: "es",
    zone: "America/Tijuana",
  },
  {
    email: "official-jp@demo.example",
    role: "official",
    family: "Takahashi",
    given: "Haruka",
    native: "髙橋 遥",
    kana: "タカハシ ハルカ",
    certificateNames: ["髙橋 遥", "TAKAHASHI Haruka"],
    institution: "JP-CUSTOMS",
    post: "東京税関 監視部 上席監視官",
    locale: "ja",
    zone: "Asia/Tokyo",
  },
];

export const seededAccounts: { email: string; role: Role }[] = accountHolders.map(({ email, role }) => ({
  email,
  role,
}));
