import type { FeedEntry } from './entries.ts';

/** What the feed says of itself. `absolute` turns an address below the base into one that a reader can open. */
export interface FeedFacts {
  id: string;
  title: string;
  subtitle: string;
  rights: string;
  absolute: (path: string) => string;
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
/** The days of the ledgers are Beijing's. */
const moment = (day: string) => `${day}T00:00:00+08:00`;

/** An Atom feed (RFC 4287). Without a known site address its links are relative, which Atom allows. */
export function atom(entries: readonly FeedEntry[], { id, title, subtitle, rights, absolute }: FeedFacts): string {
  const updated = entries.reduce((latest, { day }) => (day > latest ? day : latest), '1970-01-01');
  const items = entries.map(
    (entry) => `  <entry>
    <id>${entry.id}</id>
    <title>${escape(entry.title)}</title>
    <link rel="alternate" type="text/html" href="${escape(absolute(entry.path))}"/>
    <published>${moment(entry.day)}</published>
    <updated>${moment(entry.day)}</updated>
    <content type="text">${escape(entry.words)}</content>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans-CN">
  <id>${id}</id>
  <title>${escape(title)}</title>
  <subtitle>${escape(subtitle)}</subtitle>
  <updated>${moment(updated)}</updated>
  <author><name>${escape(title)}</name></author>
  <rights>${escape(rights)}</rights>
  <link rel="self" type="application/atom+xml" href="${escape(absolute('/feed.xml'))}"/>
  <link rel="alternate" type="text/html" href="${escape(absolute('/'))}"/>
${items.join('\n')}
</feed>
`;
}
