import { formsFor } from './forms.ts';
import { plansUsing } from './plans.ts';
import { allTexts, type LibraryText } from './texts.ts';

/** Other texts on the same topics, the most alike first; at most `limit`. Ties keep the order of the library. */
async function relatedTo(text: LibraryText, limit = 4): Promise<LibraryText[]> {
  const shared = (other: LibraryText) => other.data.topics.filter((topic) => text.data.topics.includes(topic)).length;
  return (await allTexts())
    .filter((other) => other.path !== text.path && shared(other) > 0)
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, limit);
}

/** Where to go on from a text, each place once: others on its topics, the forms that go with it, the plans that use it. */
export async function onwardFrom(text: LibraryText): Promise<{ path: string; label: string }[]> {
  const places = [
    ...(await relatedTo(text)).map(({ path, kind, data }) => ({ path, label: `${kind}：${data.title}` })),
    ...(text.collection === 'forms' ? [] : await formsFor(text)).map(({ path, data }) => ({ path, label: `配套的表：${data.title}` })),
    ...plansUsing(text).map(({ path, data }) => ({ path, label: `用在方案里：${data.title}` })),
  ];
  return places.filter(({ path }, at) => places.findIndex((other) => other.path === path) === at);
}
