import type { Quote } from '../model/entries.ts';
import { agendaParts, duration, type AgendaPart } from '../model/agenda.ts';
import type { TextCollection } from '../model/ids.ts';
import type { Plan, PlanItem } from '../model/texts.ts';
import { entries, entry } from './register.ts';
import { texts, type LibraryText } from './texts.ts';

/** Something a step puts before the group, ready to be shown: a text of the library, or a quotation. */
export type PlanMaterial = { item: PlanItem } & ({ text: LibraryText; quote?: never } | { quote: Quote; text?: never });

/** A study plan with its two sheets and its running clock. */
export interface LibraryPlan {
  id: string;
  data: Plan;
  /** The participants' sheet, which is the plan's own page. */
  path: string;
  /** The leader's sheet: hints, expected points, what to prepare. */
  leaderPath: string;
  parts: AgendaPart[];
  /** How long it takes, in words. */
  length: string;
}

const folders: Record<Exclude<PlanItem['kind'], 'quote'>, TextCollection> = { lesson: 'lessons', case: 'cases', essay: 'essays', form: 'forms' };

/** Plans in their order. */
export const plans = (): LibraryPlan[] =>
  entries('plans')
    .map((data) => {
      const parts = agendaParts(data.agenda);
      const length = `${parts.length > 1 ? '前后共' : ''}${duration(data.minutes)}`;
      return { id: data.id, data, path: `/plans/${data.id}/`, leaderPath: `/plans/${data.id}/leader/`, parts, length };
    })
    .sort((a, b) => a.data.order - b.data.order);

/** The materials of a step or of a whole plan. A missing one is a broken build. */
export const materialsOf = (items: readonly PlanItem[]): Promise<PlanMaterial[]> =>
  Promise.all(
    items.map(async (item): Promise<PlanMaterial> => {
      if (item.kind === 'quote') return { item, quote: entry('quotes', item.id) };
      const text = (await texts(folders[item.kind])).find(({ id }) => id === item.id);
      if (!text) throw new Error(`学习方案用到的“${item.id}”不存在`);
      return { item, text };
    }),
  );

/** Everything a plan has printed beforehand, each once: its texts in the order of use, then its forms. */
export async function handoutsOf({ data }: LibraryPlan): Promise<LibraryText[]> {
  const items = [...data.agenda.flatMap(({ items: used }) => used.filter(({ kind }) => kind !== 'form')), ...data.agenda.flatMap(({ items: used }) => used.filter(({ kind }) => kind === 'form'))];
  const listed = data.forms.map((id): PlanItem => ({ kind: 'form', id }));
  const found = (await materialsOf([...items, ...listed])).flatMap(({ text }) => text ?? []);
  return found.filter((text, at) => found.findIndex(({ path }) => path === text.path) === at);
}

/** Everything a plan puts before the group, as items of a handout basket: the plan, then texts and quotations as they come up, forms last. */
export async function basketOf(plan: LibraryPlan): Promise<string[]> {
  const used = plan.data.agenda.flatMap(({ items }) => items).filter(({ kind }) => kind !== 'form');
  const materials = await materialsOf(used);
  const forms = (await handoutsOf(plan)).filter(({ collection }) => collection === 'forms');
  const names = [`plans/${plan.id}`, ...materials.map(({ text, quote }) => (quote ? `quotes/${quote.id}` : `${text.collection}/${text.id}`)), ...forms.map(({ id }) => `forms/${id}`)];
  return [...new Set(names)];
}

/** The plans that use a text. */
export const plansUsing = (text: LibraryText): LibraryPlan[] =>
  plans().filter(({ data }) => {
    const uses = ({ kind, id }: PlanItem) => kind !== 'quote' && folders[kind] === text.collection && id === text.id;
    return data.agenda.some(({ items }) => items.some(uses)) || (text.collection === 'forms' && data.forms.includes(text.id));
  });

/** The plans that read a registered quotation aloud. */
export const plansQuoting = (quote: string): LibraryPlan[] => plans().filter(({ data }) => data.agenda.some(({ items }) => items.some(({ kind, id }) => kind === 'quote' && id === quote)));
