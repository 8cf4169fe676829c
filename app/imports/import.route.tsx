import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { programmeChoices } from "#app/accounts/grants/programme-choices.ts";
import { to } from "#app/addresses.ts";
import { cityInstant } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { FileField, Select } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { guardedFormUpload } from "#app/web/doors/upload-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { sendListForm } from "./form.ts";
import { listOwnImports } from "./queries.ts";
import { takeIn } from "./receive.ts";
import { mostImportBytes } from "./rules.ts";

export const loader = guardedLoader("person.change", async ({ db, actor, reach, locale, t }) => ({
  programmes: await programmeChoices(db, { locale, t }, reach),
  recent: (await listOwnImports(db, actor.accountId)).map((sent) => ({
    ...sent,
    at: cityInstant({ locale, t }, sent.createdAt, actor.zone),
  })),
}));

export const action = guardedFormUpload(
  "person.change",
  sendListForm,
  { mostFileBytes: mostImportBytes },
  async (visit) => {
    const { reach, input, values, locale, t, context } = visit;
    const offered = await programmeChoices(context.database.read, { locale, t }, reach);
    if (!offered.some(({ value }) => value === input.programmeId))
      return refuse(invalid({ programmeId: "common:form.choose" }, values));
    return redirect(to.importReview({ locale, id: await takeIn(visit) }));
  },
);

type Recent = Awaited<ReturnType<typeof loader>>["recent"][number];

export default function ImportPage() {
  const { programmes, recent } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["import", "deskPeople"]);
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      crumbs={[{ to: to.people({ locale }), label: t("deskPeople:list.title") }]}
    >
      <div className="grid gap-x-12 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0">
          {programmes.length > 0 ? <SendForm programmes={programmes} /> : <Empty title={t("form.missing")} />}
        </div>
        <Section title={t("layout.title")}>
          <p className="mb-4">{t("layout.text")}</p>
          <div className="flex flex-wrap items-center gap-4">
            <Button look="plain" href={to.importLayout({ locale, file: "layout.xlsx" })}>
              {t("layout.workbook")}
            </Button>
            <a className="link" href={to.importLayout({ locale, file: "layout.csv" })}>
              {t("layout.textFile")}
            </a>
          </div>
        </Section>
      </div>
      {recent.length > 0 ? <RecentLists recent={recent} /> : null}
    </Page>
  );
}

function SendForm({ programmes }: { programmes: { value: string; label: string }[] }) {
  const { t } = useTranslation("import");
  const labels = { programmeId: t("form.programme"), file: t("form.file") };
  const [only] = programmes;
  return (
    <PostForm labels={labels} hasFile className="mb-12 max-w-2xl">
      {programmes.length === 1 && only ? (
        <input type="hidden" name="programmeId" value={only.value} />
      ) : (
        <Select
          name="programmeId"
          label={labels.programmeId}
          hint={t("form.programmeHint")}
          options={programmes}
          placeholder=""
        />
      )}
      <FileField name="file" label={labels.file} hint={t("form.fileHint")} accept=".xlsx,.csv,.txt" />
      <Button look="main">{t("form.submit")}</Button>
    </PostForm>
  );
}

function RecentLists({ recent }: { recent: Recent[] }) {
  const { t, locale } = useTranslation("import");
  const columns: Column<Recent>[] = [
    {
      name: "file",
      label: t("recent.file"),
      isHeading: true,
      cell: ({ id, fileName }) => (
        <a className="link" href={to.importReview({ locale, id })}>
          {fileName}
        </a>
      ),
    },
    { name: "state", label: t("recent.state"), cell: ({ state }) => t(`state.${state}`) },
    { name: "at", label: t("recent.at"), cell: ({ at }) => at },
  ];
  return (
    <Section title={t("recent.title")}>
      <Table columns={columns} rows={recent} keyOf={({ id }) => id} caption={t("recent.title")} />
    </Section>
  );
}
