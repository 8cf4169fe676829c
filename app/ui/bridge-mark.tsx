/** A bridge in the thread's three colours. It says nothing that the words beside it do not. */
export const BridgeMark = () => (
  <svg aria-hidden="true" viewBox="0 0 72 28" className="mx-auto mb-3 block h-8 fill-none stroke-2 print:hidden">
    <path d="M8 27V22M64 27V22M22 21V11M36 21V6M50 21V11" className="stroke-oro" />
    <path d="M8 22Q36-9 64 22" className="stroke-guinda" />
    <path d="M1 22h70" className="stroke-key" />
  </svg>
);
