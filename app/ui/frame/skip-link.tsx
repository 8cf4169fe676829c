import { Button } from "#app/ui/form/button.tsx";

/** Past what stands on every page, for whoever goes on by keyboard: seen while it has the focus. */
export const SkipLink = ({ href, children }: { href: string; children: string }) => (
  <Button
    look="main"
    className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:px-5 focus:py-2"
    href={href}
  >
    {children}
  </Button>
);
