import type { APIRoute } from 'astro';
import { href } from '../components/address.ts';
import { site } from '../library/site.ts';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/**
 * Lets a browser take the site in among its search engines. Addresses are absolute where the operator's own is known
 * (SITE=…); without it they are relative to this file, which browsers resolve or pass over.
 */
export const GET: APIRoute = ({ site: origin }) => {
  const absolute = (path: string) => (origin ? new URL(href(path), origin).href : href(path));
  const { name, description } = site();
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escape(name.slice(0, 16))}</ShortName>
  <Description>${escape(description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>zh-CN</Language>
  <Image type="image/svg+xml">${escape(absolute('/favicon.svg'))}</Image>
  <Url type="text/html" template="${escape(absolute('/search/'))}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(xml, { headers: { 'content-type': 'application/opensearchdescription+xml' } });
};
