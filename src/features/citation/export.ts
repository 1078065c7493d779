import { bibtex } from './bibtex.ts';
import { cslJson } from './csl.ts';
import type { Reference } from './reference.ts';
import { ris } from './ris.ts';

/** The files in which a reader takes the sources of a page into Zotero, EndNote, NoteExpress or LaTeX. */
export const exportFormats = [
  { extension: 'bib', name: 'BibTeX', media: 'application/x-bibtex', write: bibtex },
  { extension: 'ris', name: 'RIS', media: 'application/x-research-info-systems', write: ris },
  { extension: 'json', name: 'CSL-JSON', media: 'application/vnd.citationstyles.csl+json', write: (references: Reference[]) => `${JSON.stringify(cslJson(references), null, 1)}\n` },
] as const;

export type ExportFormat = (typeof exportFormats)[number]['extension'];

/** A list of references in one of the formats, as the body of a static file. */
export function exported(references: Reference[], extension: ExportFormat): Response {
  const format = exportFormats.find((one) => one.extension === extension);
  if (!format) throw new Error(`没有“${extension}”这种导出格式`);
  return new Response(format.write(references), { headers: { 'content-type': `${format.media}; charset=utf-8` } });
}
