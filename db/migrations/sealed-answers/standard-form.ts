import { standardForm } from "../applications/standard-form.ts";
import { choice, question, section, texts } from "../applications/words.ts";

/** Days after the workshop's last one; the person is told the date where they answer. */
const sealed = { eraseDays: 30 };

const foods = [
  choice(
    "vegetarian",
    "Sin carne ni pescado (vegetariana)",
    "肉・魚を食べない（菜食）",
    "No meat or fish (vegetarian)",
  ),
  choice("noPork", "Sin cerdo", "豚肉を食べない", "No pork"),
  choice("noBeef", "Sin res", "牛肉を食べない", "No beef"),
  choice("noShellfish", "Sin mariscos", "甲殻類・貝類を食べない", "No shellfish"),
  choice("halal", "Halal", "ハラール", "Halal"),
  choice("noGluten", "Sin gluten", "グルテンを含まない", "Gluten-free"),
  choice("noNuts", "Sin nueces ni cacahuates", "ナッツ類・落花生を含まない", "No nuts or peanuts"),
];

const needs = section("needs", texts("Alimentación y accesibilidad", "食事及び支援の配慮", "Food and access needs"), [
  question("food", "severalOf", texts("Alimentación", "食事", "Food"), { isRequired: false, choices: foods }),
  question(
    "foodNote",
    "longText",
    texts("Otros alimentos que no puede comer", "その他、食べられないもの", "Other food that you cannot eat"),
    { isRequired: false, most: 300 },
  ),
  question("access", "longText", texts("Apoyos que necesita", "必要な支援", "Support that you need"), {
    isRequired: false,
    most: 500,
    hint: texts(
      "Por ejemplo: acceso sin escaleras, letra grande, un lugar para orar. No se pregunta el motivo.",
      "階段を使わない経路、大きな文字の資料、祈祷の場所など。理由の記入は不要です。",
      "For example: access without stairs, large print, a place to pray. Nobody asks for the reason.",
    ),
  }),
]);

const emergency = section("emergency", texts("Contacto de emergencia", "緊急連絡先", "Emergency contact"), [
  question("contactName", "shortText", texts("Nombre de la persona", "氏名", "Name of the person")),
  question("contactRelation", "shortText", texts("Parentesco o relación", "続柄・関係", "Relationship to you"), {
    most: 80,
  }),
  question(
    "contactPhone",
    "shortText",
    texts("Teléfono, con clave de país", "電話番号（国番号から）", "Telephone, with the country code"),
    { most: 40 },
  ),
  question("contactEmail", "shortText", texts("Correo electrónico", "メールアドレス", "E-mail address"), {
    isRequired: false,
  }),
  question("contactLanguage", "shortText", texts("Idiomas que habla", "話せる言語", "Languages spoken"), {
    isRequired: false,
    most: 80,
  }),
]);

const consent = {
  key: "sealed",
  isRequired: true,
  text: texts(
    "Consiento expresamente que lo que respondí en las secciones reservadas se use solo para organizar mi " +
      "participación y atender una emergencia, y que se borre en la fecha indicada.",
    "閲覧制限のある項目への記入内容が、参加の準備と緊急時の対応に限って使用され、表示された日に消去されることに" +
      "明示的に同意します。",
    "I expressly agree that what I have answered in the confidential sections is used only to prepare my " +
      "participation and in an emergency, and that it is erased on the date stated.",
  ),
};

/** The second version of the standard form: with parts that few people read. */
export const standardFormWithSealed = {
  ...standardForm,
  sections: [...standardForm.sections, ...[needs, emergency].map((part) => ({ ...part, sealed }))],
  declarations: standardForm.declarations.flatMap((one) => (one.isRequired ? [one] : [consent, one])),
};
