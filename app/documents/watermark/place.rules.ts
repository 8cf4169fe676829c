/** Corners of a rectangle, in points; the origin may lie anywhere. */
export type Corners = { left: number; right: number; bottom: number; top: number };
type Mark = { width: number; height: number };
type Drawing = { x: number; y: number; scale: number; rotate: number };

/** As a file says it: any two opposite corners. */
export const cornersOf = ([x1, y1, x2, y2]: readonly [number, number, number, number]): Corners => ({
  left: Math.min(x1, x2),
  right: Math.max(x1, x2),
  bottom: Math.min(y1, y2),
  top: Math.max(y1, y2),
});

/** What is seen of a page: its crop, inside its medium. A crop that misses the medium counts for nothing. */
export function seenOf(medium: Corners, crop: Corners | null): Corners {
  if (!crop) return medium;
  const seen = {
    left: Math.max(medium.left, crop.left),
    right: Math.min(medium.right, crop.right),
    bottom: Math.max(medium.bottom, crop.bottom),
    top: Math.min(medium.top, crop.top),
  };
  return seen.right > seen.left && seen.top > seen.bottom ? seen : medium;
}

/** From the edge of the page. */
const margin = 8;

/**
 * Where a line goes at the foot of a page, upright as the page is read.
 * @param turn by which a page is turned clockwise when it is shown: 0, 90, 180 or 270
 */
export function footOf({ left, right, bottom, top }: Corners, turn: number, mark: Mark): Drawing {
  const [width, height] = [right - left, top - bottom];
  const shown = turn % 180 === 0 ? width : height;
  const scale = Math.min(1, (shown * 0.94) / mark.width);
  const long = mark.width * scale;
  const places: Record<number, { x: number; y: number }> = {
    90: { x: right - margin, y: bottom + (height - long) / 2 },
    180: { x: left + (width + long) / 2, y: top - margin },
    270: { x: left + margin, y: bottom + (height + long) / 2 },
  };
  const upright = { x: left + (width - long) / 2, y: bottom + margin };
  return { ...(places[turn] ?? upright), scale, rotate: turn };
}

/** Where it goes across the middle, from the lower left to the upper right as the page is read. */
export function acrossOf({ left, right, bottom, top }: Corners, turn: number, mark: Mark): Drawing {
  const [width, height] = [right - left, top - bottom];
  const [shownWidth, shownHeight] = turn % 180 === 0 ? [width, height] : [height, width];
  const rotate = (Math.atan2(shownHeight, shownWidth) * 180) / Math.PI + turn;
  const scale = Math.min(2.2, (Math.hypot(width, height) * 0.75) / mark.width);
  const radians = (rotate * Math.PI) / 180;
  return {
    x: (left + right) / 2 - (Math.cos(radians) * mark.width * scale) / 2,
    y: (bottom + top) / 2 - (Math.sin(radians) * mark.width * scale) / 2,
    scale,
    rotate,
  };
}
