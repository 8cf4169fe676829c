import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { programmeChoices } from "#app/accounts/grants/programme-choices.ts";
import { fileAt, to } from "#app/addresses.ts";
import { cityInstant } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { sendListForm } from "#app/imports/form.ts";
import { listOwnImports } from "#app/imports/queries.ts";
import { mostImportBytes } from "#app/imports/rules.ts";
import { everyColumn } from "#app/ui/display/list-query.ts";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { FileField, Select } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { guardedFormUpload, withFileMessage } from "#app/web/doors/upload-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryText } from "#app/web/search-params.ts";
import { takeIn } from "./receive.ts";
import { workshopFor } from "./workshop-view.ts";

export const loader = guardedLoader("person.change", async ({ db, actor, reach, locale, t, at, url }) => ({
  programmes: await programmeChoices(db, { locale, t }, reach),
  workshop: await workshopFor(db, actor, { code: queryText(url, "workshop", 20), at }),
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
    const { reach, actor, at, input, values, locale, t, context } = visit;
    const offered = await programmeChoices(context.database.read, { locale, t }, reach);
    if (!offered.some(({ value }) => value === input.programmeId))
      return refuse(invalid(withFileMessage({ programmeId: "common:form.choose" }, visit.file), values));
    const { workshop: code, programmeId } = input;
    const workshop = code ? await workshopFor(context.database.read, actor, { code, at }) : null;
    if (code && (!workshop || workshop.refusal || workshop.programmeId !== programmeId))
      return refuse(invalid(withFileMessage({ "": "import:workshop.refused" }, visit.file), values, 409));
    return redirect(to.importReview({ locale, id: await takeIn({ ...visit, workshopId: workshop?.id ?? null }) }));
  },
);

type Recent = Awaited<ReturnType<typeof loader>>["recent"][number];

export default function ImportPage() {
  const { programmes, workshop, recent } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["import", "deskPeople"]);
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      crumbs={[{ to: to.people({ locale }), label: t("deskPeople:list.title") }]}
    >
      {workshop ? <ForWorkshop {...workshop} /> : null}
      <div className="grid gap-x-12 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0">
          {programmes.length > 0 ? (
            <SendForm programmes={programmes} workshop={workshop?.refusal ? null : workshop} />
          ) : (
            <Empty title={t("form.missing")} />
          )}
        </div>
        <div>
          <Layout />
          <PeopleHere />
        </div>
      </div>
      {recent.length > 0 ? <RecentLists recent={recent} /> : null}
    </Page>
  );
}

/** The headings of a list, for whoever fills one in. */
function Layout() {
  const { t, locale } = useTranslation("import");
  return (
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
  );
}

/** Everybody within reach as a list that can be sent back. */
function PeopleHere() {
  const { t, locale } = useTranslation("import");
  const people = to.people({ locale }, { columns: everyColumn });
  return (
    <Section title={t("here.title")}>
      <p className="mb-4">{t("here.text")}</p>
      <div className="flex flex-wrap items-center gap-4">
        <Button look="plain" href={fileAt(people, "xlsx")}>
          {t("here.workbook")}
        </Button>
        <a className="link" href={fileAt(people, "csv")}>
          {t("layout.textFile")}
        </a>
      </div>
    </Section>
  );
}

type For = NonNullable<Awaited<ReturnType<typeof workshopFor>>>;

/** For which workshop a list is, and why it can be for none. */
function ForWorkshop({ code, refusal }: For) {
  const { t } = useTranslation("import");
  if (refusal) return <Notice tone="warn" isStanding title={t("workshop.refused")} />;
  return (
    <p className="mb-6 max-w-[65ch]">
      <strong>{t("workshop.title", { code })}</strong> {t("workshop.lead")}
    </p>
  );
}

type SendProps = { programmes: { value: string; label: string }[]; workshop: For | null };

function SendForm({ programmes, workshop }: SendProps) {
  const { t } = useTranslation("import");
  const labels = { programmeId: t("form.programme"), file: t("form.file") };
  const [first] = programmes;
  const only = workshop?.programmeId ?? (programmes.length === 1 ? first?.value : null);
  return (
    <PostForm labels={labels} hasFile className="mb-12 max-w-2xl">
      {workshop ? <input type="hidden" name="workshop" value={workshop.code} /> : null}
      {only ? (
        <input type="hidden" name="programmeId" value={only} />
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
