import type { SheetKind } from '../../features/handout/sheet.ts';

/** A file that was made and may be linked to. */
export interface MadeFile {
  /** Address below the base. */
  address: string;
  format: 'pdf' | 'docx' | 'zip';
  sheet?: SheetKind;
  /** Words of the link: "讲义版". */
  label: string;
  /** Name under which a reader's device saves it. */
  saveAs: string;
  bytes: number;
}

const size = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const formats: Record<MadeFile['format'], string> = { pdf: 'PDF', docx: 'Word', zip: 'ZIP' };

/** One link to a file, with its format (once) and size. */
export const linkTo = (file: MadeFile, base: string): string =>
  `<a href="${escape(base + file.address)}" download="${escape(file.saveAs)}">${escape(file.label)}<small>${file.label === formats[file.format] ? '' : `${formats[file.format]} `}${size(file.bytes)}</small></a>`;

const slot = /<(p|ul|div)([^>]*\bdata-files="([^"]*)"[^>]*)>[\s\S]*?<\/\1>/g;

/**
 * Fills the places of a page that wait for files (`data-files="/cases/xiadang/"`) with links to those that exist. A place
 * with none goes away whole: a page never offers what was not made.
 */
export function fillSlots(html: string, files: ReadonlyMap<string, MadeFile[]>, base: string): string {
  return html.replace(slot, (_match, tag: string, attributes: string, path: string) => {
    const made = files.get(path) ?? [];
    if (made.length === 0) return '';
    const kept = attributes.replace(/\sdata-files="[^"]*"/, '');
    const links = made.map((file) => linkTo(file, base));
    return `<${tag}${kept}>${tag === 'ul' ? links.map((link) => `<li>${link}</li>`).join('') : links.join('')}</${tag}>`;
  });
}
