import { describe, expect, it } from 'vitest';
import { overlap, placeLabels, type Box } from './labels.ts';
import { layoutMap, type Located } from './map.ts';

/** Places by a fixed rule, crowded like counties. */
const crowd = (count: number): Located[] => Array.from({ length: count }, (_, at) => ({ id: `p${at}`, name: '某某县'.slice(0, 2 + (at % 2)), lat: 26 + ((at * 37) % 100) / 50, lon: 118 + ((at * 61) % 100) / 50 }));
const dot = (mark: { x: number; y: number }): Box => ({ x: mark.x - 4, y: mark.y - 4, width: 8, height: 8 });

describe('layoutMap', () => {
  const places = [
    { id: 'north', name: '北县', lat: 28, lon: 119 },
    { id: 'south', name: '南县', lat: 26, lon: 119 },
    { id: 'east', name: '东县', lat: 27, lon: 120 },
  ];
  const map = layoutMap(places);
  const at = (id: string) => map.marks.find((mark) => mark.id === id) as { x: number; y: number };

  it('puts north above and east to the right, a degree of longitude shortened by the latitude', () => {
    expect(at('north').y).toBeLessThan(at('south').y);
    expect(at('east').x).toBeGreaterThan(at('north').x);
    const [perLat, perLon] = [(at('south').y - at('north').y) / 2, at('east').x - at('north').x];
    expect(perLon / perLat).toBeCloseTo(Math.cos((27 * Math.PI) / 180), 2);
  });

  it('has a scale that measures true', () => {
    const distance = 2 * 111.195;
    expect(((at('south').y - at('north').y) * map.scale.kilometres) / map.scale.length / distance).toBeCloseTo(1, 2);
    expect([1, 2, 5]).toContain(Number(String(map.scale.kilometres).charAt(0)));
  });

  it('boxes what another map shows, and keeps every mark and label inside', () => {
    const both = layoutMap(crowd(6), places, '内图');
    for (const box of [...both.marks.map(({ label }) => label), both.inset as Box, both.inset?.label.label as Box]) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(both.width);
      expect(box.y + box.height).toBeLessThanOrEqual(both.height);
    }
  });

  it('keeps labels off each other and off the marks', () => {
    for (const count of [3, 8, 12]) {
      const { marks } = layoutMap(crowd(count));
      for (const [at, mark] of marks.entries()) {
        for (const other of marks.slice(at + 1)) expect(overlap(mark.label, other.label), `${count}: ${mark.id} ${other.id}`).toBe(0);
        for (const other of marks) expect(overlap(mark.label, dot(other)), `${count}: ${mark.id} over ${other.id}`).toBe(0);
      }
    }
  });

  it('is the same at every run', () => expect(layoutMap(crowd(12))).toEqual(layoutMap(crowd(12))));
});

describe('placeLabels', () => {
  it('sets a label to the right of its mark where nothing is in the way', () => {
    const boxes = [{ x: 100.3, y: 50.7, width: 10, height: 10 }, { x: 200.1, y: 150.9, width: 10, height: 10 }];
    const labels = placeLabels(boxes.map((box) => ({ name: '霞浦县', box })), boxes, { width: 300, height: 300 }, 16);
    labels.forEach(({ label }, at) => expect(label.x).toBeGreaterThan((boxes[at]?.x ?? 0) + 10));
  });
  it('takes the side that covers least when none is free', () => {
    const box = { x: 10, y: 10, width: 4, height: 4 };
    const [label] = placeLabels([{ name: '很长很长的名字', box }], [box], { width: 40, height: 40 }, 10);
    expect(label?.name).toBe('很长很长的名字');
    expect(label && overlap(label.label, box)).toBe(0);
  });
});
