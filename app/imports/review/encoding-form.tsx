import { useTranslation } from "#app/i18n/use-translation.ts";
import { encodingNames } from "#app/tables/reading/encodings.ts";
import type { EncodingQuestion } from "#app/tables/reading/read-table.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";

/** Shows the beginning of a text as each encoding reads it: whoever knows the people sees which is right. */
export function EncodingForm({ asks }: { asks: EncodingQuestion }) {
  const { t } = useTranslation("import");
  return (
    <Section title={t("encoding.title")}>
      <p className="mb-4 max-w-[65ch]">{t("encoding.lead")}</p>
      <PostForm part="encoding" saysNeed={false}>
        <fieldset className="mb-6 grid gap-4">
          <legend className="sr-only">{t("encoding.legend")}</legend>
          {asks.map(({ encoding, rows }, index) => (
            <Panel key={encoding} pad="narrow" className="max-w-3xl overflow-x-auto">
              <label className="flex min-h-11 cursor-pointer items-center gap-2 font-bold">
                <input
                  type="radio"
                  name="encoding"
                  value={encoding}
                  defaultChecked={index === 0}
                  className="size-5 shrink-0 accent-key"
                />
                {encodingNames[encoding]}
              </label>
              <Preview rows={rows} label={encodingNames[encoding]} />
            </Panel>
          ))}
        </fieldset>
        <Button look="main">{t("encoding.submit")}</Button>
      </PostForm>
    </Section>
  );
}

function Preview({ rows, label }: { rows: string[][]; label: string }) {
  return (
    <table className="mt-2 text-sm">
      <caption className="sr-only">{label}</caption>
      <tbody>
        {rows.map((cells, line) => (
          <tr key={[line, ...cells].join("\t")} className="border-t border-hairline">
            {cells.map((cell, column) => (
              <td key={[column, cell].join("\t")} className="px-2 py-1">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
