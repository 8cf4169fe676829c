import type { SectionView } from "#app/nominations/application/application-view.ts";
import { Boxes, Select, TextArea, TextField } from "#app/ui/form/fields.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { DateField } from "#app/web/date-field.tsx";

type Props = { question: SectionView["questions"][number]; choose: string };

/** The control of a question, by its kind. What can be chosen can be left open again. */
export function QuestionField({ question, choose }: Props) {
  const { name, kind, isRequired, options } = question;
  const label = <LocalText value={question.label} note />;
  const hint = question.hint ? <LocalText value={question.hint} /> : undefined;
  const common = { name, label, hint, optional: !isRequired };
  if (kind === "longText") return <TextArea {...common} rows={5} />;
  if (kind === "date") return <DateField {...common} />;
  if (kind === "number") return <TextField {...common} inputMode="numeric" width="max-w-32" />;
  if (kind === "oneOf") return <Select {...common} options={options} placeholder={choose} />;
  if (kind === "shortText") return <TextField {...common} />;
  const boxes = { name, legend: label, hint, optional: !isRequired, options };
  return kind === "yesNo" ? <Boxes {...boxes} type="radio" /> : <Boxes {...boxes} />;
}
