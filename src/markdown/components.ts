import Chart from '../features/charts/Chart.astro';
import Gist from '../features/quotation/Gist.astro';
import Q from '../features/quotation/Q.astro';
import Quote from '../features/quotation/Quote.astro';
import Facts from '../features/study/Facts.astro';
import Events from '../features/timeline/Events.astro';
import type { ComponentName } from '../model/components.ts';

/** What stands behind each component name of the content model; a forgotten one is a type error. */
export const mdxComponents = { Chart, Events, Facts, Gist, Q, Quote } satisfies Record<ComponentName, unknown>;
