import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { publicLoader } from "#app/web/doors/form-door.ts";
import { GalleryControls } from "./gallery-controls.tsx";
import { GalleryForm } from "./gallery-form.tsx";
import { GalleryFrames } from "./gallery-frames.tsx";
import { GalleryLists } from "./gallery-lists.tsx";
import { GallerySigns } from "./gallery-signs.tsx";

/** Every component of `ui/` in all its states. Nobody who works with Puente needs it: outside a demo there is none. */
export const loader = publicLoader(async ({ context: { settings } }) => {
  if (!settings.demo) throw new Response(null, { status: 404 });
  return null;
});

export default function GalleryPage() {
  const { t, locale } = useTranslation("gallery");
  const here = to.galleryIn({ locale });
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      width="wide"
      over={<span className="figures">{t("card.code")}</span>}
      crumbs={[{ to: to.home({ locale }), label: t("other") }]}
    >
      <GalleryControls here={here} />
      <GallerySigns here={here} />
      <GalleryForm />
      <GalleryLists here={here} />
      <GalleryFrames here={here} />
    </Page>
  );
}
