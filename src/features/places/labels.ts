export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A label on a map: its words and the box they fill. */
export interface Label {
  name: string;
  label: Box;
}

/** What a label belongs to: a name, and the mark beside which it has to stand. */
export interface Anchor {
  name: string;
  box: Box;
}

const gap = 3;

/** How much two boxes cover each other. */
export const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Beside its mark on eight sides, the most usual first: right, left, above, below, then the corners. */
function candidates({ name, box }: Anchor, size: number): Box[] {
  const [width, height] = [name.length * size, size * 1.2];
  const [left, right] = [box.x - gap - width, box.x + box.width + gap];
  const [above, below] = [box.y - gap - height, box.y + box.height + gap];
  const [midX, midY] = [box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2];
  const places = [[right, midY], [left, midY], [midX, above], [midX, below], [right, above], [right, below], [left, above], [left, below]] as const;
  return places.map(([x, y]) => ({ x, y, width, height }));
}

/**
 * Finds a place for every label: those with the fewest free sides choose first, each takes the first side that is free of
 * marks, of labels already set and of the edge, else the side that covers least. The same input gives the same map.
 */
export function placeLabels(anchors: readonly Anchor[], obstacles: readonly Box[], frame: { width: number; height: number }, size: number): Label[] {
  const outside = (box: Box) => box.width * box.height - overlap(box, { x: 2, y: 2, width: frame.width - 4, height: frame.height - 4 });
  // Rounded, so that what the machine loses in a subtraction does not pass for covering.
  const covered = (box: Box, others: readonly Box[]) => Math.round((outside(box) + others.reduce((sum, other) => sum + overlap(box, other), 0)) * 10) / 10;
  const sides = anchors.map((anchor) => candidates(anchor, size));
  const free = sides.map((boxes) => boxes.filter((box) => covered(box, obstacles) === 0).length);
  const order = anchors.map((_anchor, at) => at).sort((a, b) => (free[a] ?? 0) - (free[b] ?? 0) || a - b);
  const set: Box[] = [];
  const labels: Label[] = [];
  for (const at of order) {
    const boxes = sides[at] ?? [];
    const costs = boxes.map((box) => covered(box, [...obstacles, ...set]));
    const best = boxes[costs.indexOf(Math.min(...costs))] as Box;
    set.push(best);
    labels[at] = { name: anchors[at]?.name ?? '', label: best };
  }
  return labels;
}
