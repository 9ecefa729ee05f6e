import {loadWords, wordsFor, type Words} from '../words/words.js';
import type {ReviewInputs} from './review-inputs.js';

/** The words that a screen is drawn in: those of the language before, until the ones of another are here. */
export class ScreenWords {
  private spoken = '';
  private wordlessFor: string | undefined;
  private made: {strings: ReviewInputs['strings']; words: Words} | undefined;

  /** The language that is drawn in. */
  get locale(): string {
    return this.spoken;
  }

  /**
   * Changes to a language once its words are here, and at once where nothing is drawn yet. Words that cannot be had are not
   * asked for again until another language was.
   *
   * @returns What to wait for, if words are still to come.
   */
  become(locale: string, isDrawn: boolean): Promise<void> | undefined {
    const coming = this.wordlessFor === locale ? undefined : loadWords(locale);
    if ((!coming || !isDrawn) && this.spoken !== locale) {
      this.spoken = locale;
      this.made = undefined;
    }
    return coming?.then((came) => {
      this.made = undefined;
      this.wordlessFor = came ? undefined : locale;
    });
  }

  /** @param strings The host's own words, by key. */
  with(strings: ReviewInputs['strings']): Words {
    if (!this.made || this.made.strings !== strings) {
      this.made = {strings, words: wordsFor(this.spoken, strings)};
    }
    return this.made.words;
  }
}
