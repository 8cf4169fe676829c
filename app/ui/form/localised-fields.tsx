import { endonyms, locales } from "#app/i18n/locales.ts";
import { TextArea, TextField } from "./fields.tsx";

type Props = {
  /** Of the text: each language adds its own. */
  name: string;
  maxLength?: number;
  /** So many lines are seen at once; without them it is a text of one line. */
  rows?: number;
};

/** A text in each language, side by side. The group around them says whether one of them is needed. */
export const LocalisedFields = ({ name, maxLength, rows }: Props) => (
  <div className="fields xl:grid-cols-3">
    {locales.map((lang) => {
      const props = { name: `${name}.${lang}`, lang, label: <span lang={lang}>{endonyms[lang]}</span> };
      return rows === undefined ? (
        <TextField key={lang} {...props} maxLength={maxLength} optional unmarked />
      ) : (
        <TextArea key={lang} {...props} rows={rows} optional unmarked />
      );
    })}
  </div>
);
