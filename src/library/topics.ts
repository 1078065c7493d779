import type { Quote, TimelineEvent, Topic } from '../model/entries.ts';
import { entries } from './register.ts';
import { plans, type LibraryPlan } from './plans.ts';
import { texts, type LibraryText } from './texts.ts';

/** What the library holds on one topic. */
export interface TopicHoldings {
  topic: Topic;
  lessons: LibraryText[];
  cases: LibraryText[];
  essays: LibraryText[];
  plans: LibraryPlan[];
  forms: LibraryText[];
  quotes: Quote[];
  events: TimelineEvent[];
}

/** Topics in their fixed order: the overview, the four items in the present official order, then the cross topics. */
export const topics = (): Topic[] => entries('topics').sort((a, b) => a.order - b.order);

/** Everything filed under a topic; counts shown to readers are taken from here. */
export async function holdingsOf(topic: Topic): Promise<TopicHoldings> {
  const about = (list: LibraryText[]) => list.filter((text) => text.data.topics.includes(topic.id));
  return {
    topic,
    lessons: about(await texts('lessons')),
    cases: about(await texts('cases')),
    essays: about(await texts('essays')),
    plans: plans().filter((plan) => plan.data.topics.includes(topic.id)),
    forms: about(await texts('forms')),
    quotes: entries('quotes').filter((quote) => quote.topics.includes(topic.id)),
    events: entries('timeline').filter((event) => event.topics.includes(topic.id)),
  };
}
