/** A run of characters that a text and a registered wording share: its place in each and its length. */
export interface Shared {
  text: number;
  quote: number;
  length: number;
}

const size = 3;
/** A run of three that so many places share, and that does not go on, says nothing. */
const crowded = 300;

/** Every run of three characters of the registered wordings, with the places where it stands. */
export class GramIndex {
  private readonly forms: readonly string[];
  private readonly places = new Map<string, number[]>();

  constructor(forms: readonly string[]) {
    this.forms = forms;
    forms.forEach((form, number) => {
      for (let at = 0; at + size <= form.length; at += 1) {
        const gram = form.slice(at, at + size);
        const list = this.places.get(gram);
        if (list) list.push(number, at);
        else this.places.set(gram, [number, at]);
      }
    });
  }

  /**
   * All runs of three or more characters that the text shares with a wording, each as long as it can be, in the order of
   * the text. A run is entered where it begins, so the work is the number of shared characters, whatever their order.
   */
  shared(text: string): Map<number, Shared[]> {
    const found = new Map<number, Shared[]>();
    for (let at = 0; at + size <= text.length; at += 1) {
      const list = this.places.get(text.slice(at, at + size));
      if (!list) continue;
      for (let entry = 0; entry < list.length; entry += 2) {
        const number = list[entry] ?? 0;
        const place = list[entry + 1] ?? 0;
        const form = this.forms[number] ?? '';
        if (at > 0 && place > 0 && text.charCodeAt(at - 1) === form.charCodeAt(place - 1)) continue;
        let length = size;
        while (at + length < text.length && place + length < form.length && text.charCodeAt(at + length) === form.charCodeAt(place + length)) length += 1;
        if (length === size && list.length > 2 * crowded) continue;
        const runs = found.get(number);
        if (runs) runs.push({ text: at, quote: place, length });
        else found.set(number, [{ text: at, quote: place, length }]);
      }
    }
    return found;
  }
}
