import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { listEnrolmentsOf } from "#app/enrolment/queries.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import { GroupTitle, MaterialList } from "./material-list.tsx";
import { grouped, materialView } from "./materials-view.ts";
import { listMaterials } from "./queries.ts";

/** Of the workshops in which somebody has a seat: theirs as participants, not what they may see besides. */
export const loader = guardedLoader("own.read", async ({ db, actor, locale, t, at }) => {
  const seated = (await listEnrolmentsOf(db, actor.personId)).filter(({ state }) => isSeated(state));
  const ids = seated.map(({ workshopId }) => workshopId);
  const nowhere = { everywhere: false, programmeIds: [], workshopIds: [], institutionIds: [] };
  const materials = await listMaterials(db, ids, { personId: actor.personId, reach: nowhere });
  const sessions = await listSessionsOf(db, ids);
  const workshops = (await listWorkshopsById(db, ids)).map((workshop) => ({
    ...workshopView(workshop, { locale, t, at }),
    groups: grouped(
      materials.filter(({ workshopId }) => workshopId === workshop.id).map((one) => materialView(one, { locale, t })),
      sessions.filter(({ workshopId }) => workshopId === workshop.id),
      locale,
    ),
  }));
  // the latest first: it is what somebody comes back for
  return { workshops: workshops.filter(({ groups }) => groups.length > 0).reverse() };
});

export default function MyMaterialsPage() {
  const { workshops } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["materials", "common"]);
  return (
    <Page title={t("mine.title")} tabs={<MyTabs />}>
      {workshops.length === 0 ? (
        <Empty
          title={t("mine.empty.title")}
          action={
            <Button look="plain" href={to.me({ locale })}>
              {t("common:mine.workshops")}
            </Button>
          }
        >
          {t("mine.empty.text")}
        </Empty>
      ) : null}
      {workshops.map(({ code, title, period, groups }) => (
        <Section
          key={code}
          title={
            <a className="link" href={to.workshop({ locale, code })}>
              <LocalText value={title} />
            </a>
          }
          aside={<span className="text-hint">{period}</span>}
        >
          <Panel isRuled>
            {groups.map(({ session, materials }) => (
              <section key={session?.number ?? 0} className="px-5 py-3">
                <h3 className="text-base">
                  <GroupTitle session={session} />
                </h3>
                <MaterialList code={code} materials={materials} />
              </section>
            ))}
          </Panel>
        </Section>
      ))}
    </Page>
  );
}
