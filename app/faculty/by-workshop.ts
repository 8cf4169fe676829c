import type { Localised } from "#app/ui/local-text.tsx";

type OfWorkshop = { workshop: { code: string; title: Localised; period: string } };

/** Sessions in their order, workshop by workshop; the workshops in the order of their first session here. */
export const byWorkshop = <Session extends OfWorkshop>(sessions: readonly Session[]) =>
  [...Map.groupBy(sessions, ({ workshop }) => workshop.code).values()].map((own) => {
    const [{ workshop }] = own as [Session, ...Session[]];
    const { code, title, period } = workshop;
    return { code, title, period, sessions: own };
  });
