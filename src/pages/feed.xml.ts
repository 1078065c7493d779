import type { APIRoute } from 'astro';
import { href } from '../components/address.ts';
import { licence } from '../features/data/schemas.ts';
import { atom } from '../features/feed/atom.ts';
import { feedEntries } from '../features/feed/entries.ts';
import { origin, site } from '../library/site.ts';

/** Additions and corrections as an Atom feed. */
export const GET: APIRoute = async () => {
  const { name } = site();
  const xml = atom(await feedEntries(), {
    // A name of its own that stays when the site moves.
    id: 'urn:uuid:6f1b6c1e-5d0a-8c55-9e0b-4a6b1c0d7a11',
    title: name,
    subtitle: '新增和更正的内容',
    rights: licence,
    absolute: (path) => origin() + href(path),
  });
  return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
