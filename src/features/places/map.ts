import { placeLabels, type Box, type Label } from './labels.ts';

/** A place with coordinates, in degrees. */
export interface Located {
  id: string;
  name: string;
  lat: number;
  lon: number;
}

export interface Mark extends Label {
  id: string;
  x: number;
  y: number;
}

/** A sketch of where places lie, in units of its drawing: no borders, no coast, nothing that is not computed. */
export interface PlaceMap {
  width: number;
  height: number;
  marks: Mark[];
  /** The stretch that another map shows, with its label. */
  inset?: Box & { label: Label };
  scale: { kilometres: number; length: number };
}

/** Mean radius of the earth, 6371 km, times pi / 180. */
const kilometresPerDegree = 111.195;
const width = 400;
const margin = 44;
const radius = 5;
export const typeSize = 16;
const foot = 40;

/** The longest of 1, 2, 5, 10, 20 … km whose bar is at most a third of the map. */
function scaleOf(unitsPerKilometre: number): PlaceMap['scale'] {
  const longest = width / 3 / unitsPerKilometre;
  const power = 10 ** Math.floor(Math.log10(longest));
  const kilometres = [5, 2, 1].map((step) => step * power).find((length) => length <= longest) ?? power;
  return { kilometres, length: round(kilometres * unitsPerKilometre) };
}

const round = (value: number) => Math.round(value * 10) / 10;
const extent = (values: number[]) => ({ from: Math.min(...values), to: Math.max(...values) });

/**
 * Projects places equirectangularly, a degree of longitude shortened by the cosine of the middle latitude, so that
 * directions and short distances are right to the eye. `apart` are places that only get a box here: another map shows them.
 */
export function layoutMap(places: readonly Located[], apart: readonly Located[] = [], insetName = ''): PlaceMap {
  const all = [...places, ...apart];
  const lat = extent(all.map((place) => place.lat));
  const lon = extent(all.map((place) => place.lon));
  const shrink = Math.cos((((lat.from + lat.to) / 2) * Math.PI) / 180);
  const room = width - 2 * margin;
  const scale = Math.min(room / Math.max(0.01, (lon.to - lon.from) * shrink), (room * 1.5) / Math.max(0.01, lat.to - lat.from));
  const left = (width - (lon.to - lon.from) * shrink * scale) / 2;
  const x = (degrees: number) => round(left + (degrees - lon.from) * shrink * scale);
  const y = (degrees: number) => round(margin + (lat.to - degrees) * scale);
  const points = places.map((place) => ({ ...place, x: x(place.lon), y: y(place.lat) }));
  const height = round(2 * margin + (lat.to - lat.from) * scale + foot);
  let box: Box | undefined;
  if (apart.length > 0) {
    const [lats, lons] = [extent(apart.map((place) => place.lat)), extent(apart.map((place) => place.lon))];
    box = { x: x(lons.from) - 4, y: y(lats.to) - 4, width: round(x(lons.to) - x(lons.from)) + 8, height: round(y(lats.from) - y(lats.to)) + 8 };
  }
  const obstacles: Box[] = [...points.map((point) => ({ x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius })), ...(box ? [box] : [])];
  const anchors = [...points.map((point, at) => ({ name: point.name, box: obstacles[at] as Box })), ...(box ? [{ name: insetName, box }] : [])];
  const labels = placeLabels(anchors, obstacles, { width, height: height - foot }, typeSize);
  return {
    width,
    height,
    marks: points.map((point, at) => ({ id: point.id, x: point.x, y: point.y, ...(labels[at] as Label) })),
    ...(box && { inset: { ...box, label: labels[labels.length - 1] as Label } }),
    scale: scaleOf(scale / kilometresPerDegree),
  };
}
