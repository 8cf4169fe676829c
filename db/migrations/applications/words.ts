/** How the words of the standard form are written down; frozen together with it. */
type Texts = { es: string; ja: string; en: string };
type Choice = { key: string; label: Texts };
type Kind = "shortText" | "longText" | "date" | "number" | "oneOf" | "severalOf" | "yesNo";

export const texts = (es: string, ja: string, en: string): Texts => ({ es, ja, en });

export const choice = (key: string, es: string, ja: string, en: string): Choice => ({ key, label: texts(es, ja, en) });

type More = { isRequired?: boolean; hint?: Texts; choices?: Choice[]; from?: "post"; least?: number; most?: number };

export const question = (key: string, kind: Kind, label: Texts, { isRequired = true, ...more }: More = {}) => ({
  ...{ key, kind, isRequired, label },
  ...more,
});

export const section = (key: string, title: Texts, questions: ReturnType<typeof question>[], lead?: Texts) => ({
  ...{ key, title, questions },
  ...(lead && { lead }),
});

const declaration = (key: string, isRequired: boolean, es: string, ja: string, en: string) => ({
  ...{ key, isRequired },
  text: texts(es, ja, en),
});

export const declarations = [
  declaration(
    "true",
    true,
    "Declaro que lo asentado en este formulario es verdadero y completo.",
    "この応募書類の記載内容は、真実かつ正確です。",
    "What I have stated in this form is true and complete.",
  ),
  declaration(
    "rules",
    true,
    "Cumpliré el programa del taller y las normas de la institución anfitriona y del hospedaje.",
    "ワークショップの日程に従い、受入機関及び宿泊先の規則を守ります。",
    "I will follow the programme, and the rules of the host institution and of the lodging.",
  ),
  declaration(
    "stay",
    true,
    "No solicitaré cambiar de curso ni prolongar la estancia, viajaré sin familiares, regresaré en la fecha " +
      "señalada y no realizaré actividades políticas ni trabajo remunerado.",
    "研修の変更や滞在の延長を求めず、家族を同伴せず、指定された日程で帰国します。" +
      "滞在中は政治活動及び報酬を伴う活動を行いません。",
    "I will not ask for another course or a longer stay, will bring no family, will return on the day that is " +
      "set, and will do no political activity or paid work.",
  ),
  declaration(
    "ended",
    true,
    "Acepto que la participación puede terminar por acuerdo entre la institución que postula y la anfitriona.",
    "推薦機関と受入機関の合意により、参加が打ち切られる場合があることを承知しています。",
    "I accept that my participation may be ended by agreement of the sending and the host institution.",
  ),
  declaration(
    "materials",
    true,
    "Usaré los materiales para fines de trabajo y respetaré los derechos de autor.",
    "研修教材は業務の目的に限って使用し、著作権を尊重します。",
    "I will use the materials for my work, and respect copyright.",
  ),
  declaration(
    "privacy",
    true,
    "Leí el aviso de privacidad y acepto que mis datos se usen para la selección y la organización del taller.",
    "個人情報の取扱いを確認し、選考及びワークショップの運営に使用されることに同意します。",
    "I have read the privacy notice, and agree that my data are used to select participants and to run the workshop.",
  ),
  declaration(
    "photo",
    false,
    "Autorizo que se publiquen fotografías del taller en las que aparezca (opcional).",
    "自分が写っているワークショップの写真の公開に同意します（任意）。",
    "I agree that photographs of the workshop in which I appear are published (optional).",
  ),
];
