/** The button that moves a nominee: an address that ends in its name has it focused, so that one can press it again. */
export const moveAnchor = (nomination: string, step: "up" | "down") => `${step}-${nomination}`;
