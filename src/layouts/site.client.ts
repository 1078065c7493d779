/**
 * The one script of every page with a frame. What a text, a quotation or a plan needs is in it too and rests elsewhere:
 * one file, kept by the browser from the first page on, costs less than a second request on each.
 */
import '../components/trusted.client.ts';
import '../components/fragment.client.ts';
import '../features/comfort/button.client.ts';
import '../features/search/everywhere.client.ts';
import '../features/handout/add.client.ts';
import '../features/handout/print.client.ts';
import '../features/share/share.client.ts';
import '../features/citation/notes.client.ts';
import '../features/citation/copy.client.ts';
import '../features/citation/paragraph.client.ts';
import '../features/citation/edition.client.ts';
import '../features/comfort/reading.client.ts';
import '../features/comfort/continue.client.ts';
import '../features/notes/entry.client.ts';
import '../features/offline/start.client.ts';

// Far down a lesson; on other pages nothing needs it. Should it not come, the answers stay under their disclosures.
if (document.querySelector('self-test-replies')) import('../features/study/self-test.client.ts').catch(() => undefined);
