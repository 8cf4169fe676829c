import { formatList } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { newPerson } from "#app/imports/rules.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Select } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { MessageText } from "#app/ui/form/message-text.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { meantField } from "./form.ts";
import type { PreviewedNominee } from "./list-view.ts";

type Props = { rows: PreviewedNominee[]; left: number; institutionId: string; text: string };

const tones = { known: "good", new: "key", asked: "warn", wrong: "bad" } as const;

/** Row by row whom a list means and what is wrong; a button below once everything is right. */
export function ListPreview({ rows, left, institutionId, text }: Props) {
  const { t } = useTranslation("nominations");
  const wrong = rows.filter(({ verdict }) => verdict === "wrong").length;
  const isTooMany = rows.length > left;
  const labels = Object.fromEntries(rows.map(({ line }) => [meantField(line), t("list.meantOf", { line })]));
  return (
    <PostForm part="add" labels={labels} saysNeed={false} className="mb-10 max-w-3xl">
      <input type="hidden" name="institutionId" value={institutionId} />
      <input type="hidden" name="text" value={text} />
      {wrong ? <Notice isStanding tone="bad" title={t("list.found", { count: rows.length, wrong })} /> : null}
      {isTooMany ? (
        <Notice isStanding tone="warn" title={t("list.over", { count: rows.length, left })}>
          <p>{t("list.overNext")}</p>
        </Notice>
      ) : null}
      {wrong || isTooMany ? null : (
        <Notice isStanding tone="good" title={t("list.right", { count: rows.length })}>
          <p>{t("list.rightNext")}</p>
        </Notice>
      )}
      <h2 className="mb-2 text-xl">{t("list.rows")}</h2>
      <Panel as="ol" isRuled className="mb-6">
        {rows.map((row) => (
          <PreviewRow key={row.line} row={row} isAsking={!wrong && !isTooMany} />
        ))}
      </Panel>
      {wrong || isTooMany ? null : <Button look="main">{t("list.add", { count: rows.length })}</Button>}
    </PostForm>
  );
}

type RowProps = { row: PreviewedNominee /** The form can be sent with an answer. */; isAsking: boolean };

function PreviewRow({ row: { line, name, email, post, verdict, errors, alike }, isAsking }: RowProps) {
  const { t, locale } = useTranslation(["nominations", "import"]);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-4">
      <span className="figures w-8 text-hint">{line}</span>
      <span className="min-w-48 flex-1">
        <strong className="text-ink">{name || t("list.noName")}</strong>
        {post ? <SecondLine>{post}</SecondLine> : null}
        {email ? <SecondLine className="wrap-anywhere">{email}</SecondLine> : null}
        {errors.map(({ cell, message }) => (
          <span key={cell} className="wrong mt-1 block">
            {cell}: <MessageText message={message} />
          </span>
        ))}
      </span>
      <Badge tone={alike.length ? "warn" : tones[verdict]}>
        {t(`list.verdict.${alike.length ? "asked" : verdict}`)}
      </Badge>
      {alike.length && !isAsking ? (
        <p className="hint w-full">{t("list.alike", { names: formatList(locale, alike.map(titled)) })}</p>
      ) : null}
      {alike.length && isAsking ? (
        <div className="w-full">
          <Select
            name={meantField(line)}
            label={t("list.meant")}
            placeholder={t("list.chooseOne")}
            options={[
              ...alike.map((one) => ({ value: one.id, label: titled(one) })),
              { value: newPerson, label: t("list.isNew") },
            ]}
          />
        </div>
      ) : null}
    </li>
  );
}

const titled = ({ name, post }: PreviewedNominee["alike"][number]) => [name, post].filter(Boolean).join(" · ");
