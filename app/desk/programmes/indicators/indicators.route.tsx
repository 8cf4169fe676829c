import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { deskProgramme } from "#app/desk/programmes/desk-programme.ts";
import { ProgrammeFrame } from "#app/desk/programmes/programme-frame.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { asChosen } from "#app/tables/list-order.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { indicatorList } from "./indicator-list.tsx";
import { indicatorRows } from "./indicator-rows.ts";

export const loader = guardedLoader("programme.read", async (visit) => ({
  frame: (await deskProgramme(visit)).frame,
  ...asChosen(await indicatorRows(visit), indicatorList, visit),
}));

export default function IndicatorsPage() {
  const { frame, rows, choice } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("programmes");
  const { code, mayPlan } = frame;
  const add = (
    <Button look="main" href={to.newIndicator({ locale, code })}>
      {t("indicator.add")}
    </Button>
  );
  return (
    <ProgrammeFrame programme={frame} title={t("indicator.title")} hasList={rows.length > 0}>
      <Section title={t("indicator.title")} aside={mayPlan && rows.length ? add : null}>
        <p className="mb-6 max-w-[65ch]">{t("indicator.lead")}</p>
        {rows.length ? (
          <ListTable list={indicatorList} rows={rows} choice={choice} />
        ) : (
          <Empty title={t("indicator.empty.title")} action={mayPlan ? add : null}>
            {t("indicator.empty.text")}
          </Empty>
        )}
      </Section>
    </ProgrammeFrame>
  );
}
