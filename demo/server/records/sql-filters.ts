/** Conditions with their values kept apart from their text. */
export class Filters {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  constructor(tenant: string) {
    this.add((value) => `tenant = ${value(tenant)}`);
  }

  get sql(): string {
    return this.parts.join(' and ');
  }

  value(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  add(part: (value: (value: unknown) => string) => string): void {
    this.parts.push(part((value) => this.value(value)));
  }
}
