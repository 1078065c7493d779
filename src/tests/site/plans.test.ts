import { type Element, isTag, isText } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { loadRegister } from '../../library/register.ts';
import { agendaParts, clock } from '../../model/agenda.ts';
import type { PlanItem } from '../../model/texts.ts';
import { builtPages } from './dist.ts';

const pages = new Map(builtPages().map((page) => [page.path, page]));
const plans = [...loadRegister().plans.values()];
const folders: Partial<Record<PlanItem['kind'], string>> = { lesson: 'lessons', case: 'cases', essay: 'essays', form: 'forms' };
/** Characters a practised reader reads aloud in a minute. */
const pace = 220;

const words = (root: Element): string =>
  root.children.map((child) => (isText(child) ? child.data : isTag(child) && !('data-pagefind-ignore' in child.attribs) ? words(child) : '')).join('');
const textOf = (path: string) => words(pages.get(path)?.elements.find(({ name }) => name === 'main') as Element).replace(/\s+/g, '');

/** Characters of the paragraphs 第12—19段 of a text; undefined where one of them does not exist. */
function lengthOf({ kind, id, part }: PlanItem): number | undefined {
  const [, first, last = first] = /^第(\d+)(?:—(\d+))?段$/.exec(part ?? '') ?? [];
  const elements = pages.get(`/${folders[kind]}/${id}/`)?.elements ?? [];
  let sum = 0;
  for (let number = Number(first); number <= Number(last); number += 1) {
    const paragraph = elements.find(({ attribs }) => attribs.id === `p${number}`);
    if (!paragraph) return undefined;
    sum += words(paragraph).replace(/\s+/g, '').length;
  }
  return sum || undefined;
}

describe('the study plans', () => {
  it('are six, whose steps add up to the whole', () => {
    expect(plans.map(({ id }) => id).sort()).toEqual(['field-visit', 'four-weeks', 'half-day', 'new-members', 'party-meeting-45', 'party-meeting-90']);
    for (const plan of plans) expect(plan.agenda.reduce((sum, step) => sum + step.minutes, 0), plan.id).toBe(plan.minutes);
  });

  it('keep hints and expected points off the participants’ sheet and on the leader’s', () => {
    for (const plan of plans) {
      const own = textOf(`/plans/${plan.id}/`);
      const leader = textOf(`/plans/${plan.id}/leader/`);
      const secret = plan.agenda.flatMap(({ hints, expect: expected }) => [...hints, ...expected]).map((text) => text.replace(/\s+/g, ''));
      expect(secret.length, plan.id).toBeGreaterThan(5);
      expect(secret.filter((text) => own.includes(text)), plan.id).toEqual([]);
      expect(secret.filter((text) => !leader.includes(text)), plan.id).toEqual([]);
      for (const item of plan.prepare) expect(leader, plan.id).toContain(item);
    }
  });

  it('show the running clock, the questions and what comes after on both sheets', () => {
    for (const plan of plans)
      for (const path of [`/plans/${plan.id}/`, `/plans/${plan.id}/leader/`]) {
        const text = textOf(path);
        for (const { from, to } of agendaParts(plan.agenda).flatMap(({ steps }) => steps)) expect(text, path).toContain(`${clock(from)}–${clock(to)}`);
        for (const question of [...plan.agenda.flatMap(({ questions }) => questions), ...plan.after]) expect(text, path).toContain(question);
      }
  });

  it('assign only paragraphs that exist, and no more of them than can be read aloud in the time', () => {
    for (const plan of plans)
      for (const step of plan.agenda) {
        const assigned = step.items.filter(({ part }) => part);
        const lengths = assigned.map((item) => lengthOf(item));
        assigned.forEach((item, at) => expect(lengths[at], `${plan.id} ${step.title}: ${item.id} ${item.part}`).toBeDefined());
        const minutes = lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0) / pace;
        expect(minutes, `${plan.id} ${step.title}: ${minutes.toFixed(1)} of ${step.minutes} minutes`).toBeLessThanOrEqual(step.minutes);
      }
  });

  it('have every form they fill in listed for printing', () => {
    for (const plan of plans) {
      const filled = plan.agenda.flatMap(({ items }) => items.filter(({ kind }) => kind === 'form').map(({ id }) => id));
      expect(filled.filter((id) => !plan.forms.includes(id)), plan.id).toEqual([]);
      for (const id of plan.forms) expect(pages.get(`/plans/${plan.id}/leader/`)?.html, plan.id).toContain(`href="/forms/${id}/sheet/"`);
    }
  });
});
