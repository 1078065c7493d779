import { printable } from '../../text/difference.ts';
import { quoted } from '../../text/quoted-words.ts';
import { kinds, type Finding, type Kind } from './finding.ts';
import { countsOf, paragraphAt, remarksOf } from './layout.ts';

/** What is right and where it comes from, on one line; nothing where there is nothing to put in its place. */
export const rightLine = ({ right, source, quote }: Finding): string => (right ? `${quoted(right)}${quote && source ? `——${source}。` : ''}` : '');

/** What stands before the right wording, by kind. */
export const rightLabel = ({ kind, quote }: Finding): string => (kind === 'exact' ? '出处' : kind === 'unknown' ? '最像的一条' : quote && kind !== 'misquote' ? '登记的文字' : '应作');

/** "有出入2处，标点5处": the counts in one line. */
export const summaryOf = (findings: readonly Finding[]): string => {
  const counts = countsOf(findings).map(({ kind, count }) => `${kinds[kind].label}${count}处`);
  return counts.length > 0 ? counts.join('，') : '没有找到库中的论述，也没有发现上面所列的问题';
};

const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 36)}……` : line;
};

/** The whole report as plain text, for a mail or a document: summary, then every remark with its place. */
export function reportOf(text: string, findings: readonly Finding[], heading: string): string {
  const paragraph = paragraphAt(text);
  const lines = [heading, summaryOf(findings), ''];
  const remarks = remarksOf(findings);
  for (const kind of Object.keys(kinds) as Kind[]) {
    const own = remarks.filter(({ finding }) => finding.kind === kind);
    if (own.length === 0) continue;
    lines.push(`【${kinds[kind].label}】${kinds[kind].what}`);
    for (const { number, finding, places } of own) {
      const [first] = places;
      const where = `第${paragraph(first?.from ?? 0)}段`;
      const words = places.length > 1 ? `${where}等${places.length}处` : `${where}：${excerpt(text.slice(finding.from, finding.to))}`;
      lines.push(`${number}. ${words}`, `   ${finding.message}`);
      if (finding.difference) lines.push(`   对照：${printable(finding.difference)}`);
      if (finding.right) lines.push(`   ${rightLabel(finding)}：${rightLine(finding)}`);
      if (finding.note) lines.push(`   辨析：${finding.note}`);
    }
    lines.push('');
  }
  return lines.join('\n').trim();
}
