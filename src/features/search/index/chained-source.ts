import type { Source } from './source.ts';

/** How one of several sources is had, and the name by which the page says which one answers. */
export interface Link {
  name: string;
  open: () => Promise<Source>;
}

/**
 * Several sources of the same library, the best first. When one fails to load a part or to verify it, the next one answers,
 * that question and all later ones; when the last one fails the question fails, and the next question starts anew.
 */
export class ChainedSource implements Source {
  private readonly links: readonly Link[];
  private readonly opened: (Promise<Source> | undefined)[] = [];
  private at = 0;

  constructor(links: readonly Link[]) {
    this.links = links;
  }

  /** The name of the source that answers now. */
  get answering(): string {
    return (this.links[this.at] || { name: '' }).name;
  }

  catalogue = () => this.ask((source) => source.catalogue());
  facets = () => this.ask((source) => source.facets());
  find = (phrase: string) => this.ask((source) => source.find(phrase));
  apart = (first: string, second: string) => this.ask((source) => source.apart(first, second));
  record = (number: number) => this.ask((source) => source.record(number));
  has = (character: string) => this.ask((source) => source.has(character));
  variants = () => this.ask((source) => source.variants());
  misquotes = () => this.ask((source) => source.misquotes());

  private async ask<Answer>(question: (source: Source) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const { at } = this;
      try {
        return await question(await this.open(at));
      } catch (error) {
        // Questions asked together fail together: only the first of them moves on.
        if (at === this.at && at === this.links.length - 1) {
          this.opened.length = this.at = 0;
          throw error;
        }
        if (at === this.at) this.at += 1;
      }
    }
  }

  private open(at: number): Promise<Source> {
    const link = this.links[at];
    if (!link) return Promise.reject(new Error('search: no source'));
    const known = this.opened[at];
    if (known) return known;
    const opening = link.open();
    this.opened[at] = opening;
    return opening;
  }
}
