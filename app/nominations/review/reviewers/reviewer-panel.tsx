import { useTranslation } from "#app/i18n/use-translation.ts";
import { personHeading } from "#app/people/person-heading.tsx";
import { Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { EmailField } from "#app/ui/form/email-field.tsx";
import { Boxes } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import type { ReviewerView } from "../desk/review-view.ts";
import { reviewerScopes } from "./form.ts";

/** Who reviews for a workshop, how far each is, and a form for somebody else. */
export function ReviewerPanel({ reviewers }: { reviewers: ReviewerView[] }) {
  const { t } = useTranslation("review");
  const columns = useColumns();
  return (
    <Section title={t("reviewers.title")}>
      {reviewers.length ? (
        <div className="mb-6 max-w-4xl">
          <Table caption={t("reviewers.title")} columns={columns} rows={reviewers} keyOf={({ id }) => id} />
        </div>
      ) : (
        <Empty title={t("reviewers.empty.title")}>{t("reviewers.empty.text")}</Empty>
      )}
      <div className="print:hidden">
        <PostForm
          part="name"
          labels={{ email: t("reviewers.email"), scope: t("reviewers.scope") }}
          isFramed
          className="max-w-2xl"
        >
          <h3 className="mb-4 text-lg">{t("reviewers.add")}</h3>
          <EmailField label={t("reviewers.email")} hint={t("reviewers.emailHint")} />
          <Boxes
            name="scope"
            legend={t("reviewers.scope")}
            type="radio"
            options={reviewerScopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
          />
          <Button look="plain">{t("reviewers.button")}</Button>
        </PostForm>
      </div>
    </Section>
  );
}

function useColumns() {
  const { t } = useTranslation("review");
  return [
    personHeading(t("column.reviewer"), ({ institution }: ReviewerView) => institution),
    {
      name: "scope",
      label: t("reviewers.scope"),
      isLabelled: true,
      cell: ({ isForAll }: ReviewerView) => t(`scope.${isForAll ? "all" : "some"}`),
    },
    {
      name: "sent",
      label: t("column.sent"),
      isNumber: true,
      isLabelled: true,
      cell: ({ sent }: ReviewerView) => sent,
    },
    {
      name: "owed",
      label: t("column.owed"),
      isNumber: true,
      isLabelled: true,
      cell: ({ owed }: ReviewerView) => owed,
    },
    {
      name: "recused",
      label: t("column.recused"),
      isNumber: true,
      isLabelled: true,
      cell: ({ recused }: ReviewerView) => recused,
    },
    {
      name: "drop",
      label: t("reviewers.drop"),
      hasHiddenLabel: true,
      isOnScreenOnly: true,
      cell: ({ id, name, hasBegun }: ReviewerView) =>
        hasBegun ? null : (
          <PostButton
            look="plain"
            isSmall
            fields={{ part: "drop", reviewer: id }}
            aria-label={t("reviewers.dropOf", { name: name.name })}
          >
            {t("reviewers.drop")}
          </PostButton>
        ),
    },
  ];
}
