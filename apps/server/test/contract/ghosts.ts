/** A source of texts of the form of given ones that nothing goes by. */
export class Ghosts {
  #made = 0;

  /**
   * The same text, with every name and id in it replaced; the account's own id stays.
   *
   * @param ids of what is there
   */
  of(text: string, ids: readonly string[]): string {
    const known = ids.filter(id => text.includes(id));
    // Ids are digits, ids of keys letters and digits, ids of tasks paths: the length and the beginning make the form.
    const renamed = known.reduce((one, id) => {
      const beginning = id.slice(0, Math.max(3, id.lastIndexOf('/') + 1));
      return one.replaceAll(id, this.#next(beginning, id.length));
    }, text);
    return renamed.replace(/[a-z]+-h\d{5}/, name => this.#next('ghost-', name.length));
  }

  #next(beginning: string, length: number): string {
    this.#made += 1;
    return beginning + String(this.#made).padStart(length - beginning.length, '0');
  }
}
