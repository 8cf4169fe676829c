import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { CodeField } from "#app/ui/form/code-field.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";

type RecordKind = "institution" | "programme";

type RecordView = {
  code: string;
  name: string;
  /** The code stands elsewhere already, and stays. */
  isUsed: boolean;
  /** Since when it is no longer offered, in words; null where it is. */
  archived: string | null;
  done: "renamed" | "archived" | "restored" | null;
};

type RecordPageProps = {
  kind: RecordKind;
  record: RecordView;
  list: Crumb;
  page: string;
  /** The form came back: what was done before is no news. */
  isBack: boolean;
};
type Crumb = { to: string; label: string };

/** The code of a record, and whether forms offer it. What the record says stands on its own page. */
export function RecordPage({ kind, record, list, page, isBack }: RecordPageProps) {
  const { t } = useTranslation("institutions");
  return (
    <Page
      width="form"
      title={t("record.title")}
      lead={record.name}
      crumbs={[list, { to: page, label: record.code }]}
      notice={record.done && !isBack ? <Notice tone="good" title={t(`record.done.${record.done}`)} /> : null}
    >
      <Section title={t("field.code")}>
        {record.isUsed ? (
          <p className="max-w-[65ch]">{t(`record.used.${kind}`, { code: record.code })}</p>
        ) : (
          <CodeForm kind={kind} code={record.code} />
        )}
      </Section>
      <Section title={t("record.archive.title")}>
        <Archive kind={kind} archived={record.archived} />
      </Section>
    </Page>
  );
}

function CodeForm({ kind, code }: { kind: RecordKind; code: string }) {
  const { t } = useTranslation("institutions");
  return (
    <>
      <p className="mb-4 max-w-[65ch]">{t(`record.unused.${kind}`, { code })}</p>
      <PostForm part="code" labels={{ code: t("record.newCode") }} isFramed>
        <CodeField label={t("record.newCode")} hint={t("record.codeHint")} />
        <Button look="main">{t("record.rename")}</Button>
      </PostForm>
    </>
  );
}

function Archive({ kind, archived }: { kind: RecordKind; archived: string | null }) {
  const { t } = useTranslation("institutions");
  return (
    <>
      <p className="mb-4 max-w-[65ch]">
        {archived ? t("record.archive.since", { date: archived }) : t(`record.archive.${kind}`)}
      </p>
      <PostButton look="plain" fields={{ part: archived ? "restoring" : "archiving" }}>
        {archived ? t("record.archive.restore") : t("record.archive.button")}
      </PostButton>
    </>
  );
}
