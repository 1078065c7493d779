import base from '../../styles/base.css?inline';
import citation from '../../styles/citation.css?inline';
import figures from '../../styles/figures.css?inline';
import forms from '../../styles/forms.css?inline';
import lists from '../../styles/lists.css?inline';
import planSheets from '../../styles/plan-sheets.css?inline';
import plans from '../../styles/plans.css?inline';
import print from '../../styles/print.css?inline';
import prose from '../../styles/prose.css?inline';
import reading from '../../styles/reading.css?inline';
import selfTest from '../../styles/self-test.css?inline';
import sheetFrame from '../../styles/sheet-frame.css?inline';
import sheets from '../../styles/sheets.css?inline';
import tokens from '../../styles/tokens.css?inline';
import { printedCss } from '../../features/handout/printed-css.ts';

/** The style sheet of the page that shows a handout as sheets. */
export const GET = () => new Response([...[tokens, base, reading, prose, lists, figures, citation, selfTest, print, sheets, plans, planSheets, forms].map(printedCss), sheetFrame].join('\n'), { headers: { 'Content-Type': 'text/css' } });
