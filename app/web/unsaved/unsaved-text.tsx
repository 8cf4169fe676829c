import { useFormState } from "#app/ui/form/form.tsx";
import { LiveScript } from "#app/web/live-script.tsx";

/** Stands in a form that is worth a warning before it is left, and that goes along into another language. */
export function UnsavedText() {
  const { sent } = useFormState();
  return (
    <>
      <span hidden data-live="unsavedText" data-returned={sent ? "" : undefined} />
      <LiveScript />
    </>
  );
}
