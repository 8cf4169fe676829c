import { Button } from "#app/ui/form/button.tsx";
import { LiveScript } from "./live-script.tsx";

/** Opens the browser's own printing; hidden where no script could do so. */
export const PrintButton = ({ children }: { children: string }) => (
  <>
    <Button type="button" look="plain" isSmall className="max-sm:hidden print:hidden" data-live="printButton" hidden>
      {children}
    </Button>
    <LiveScript />
  </>
);
