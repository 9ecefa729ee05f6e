import {columnTypes} from './lists.js';
import type {Position, Question} from './records.js';

/** What a query asks for, with its values kept apart from its text. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  constructor(equal: Readonly<Record<string, string>>) {
    for (const [column, value] of Object.entries(equal)) this.parts.push(`${column} = ${this.value(value)}`);
  }

  get sql(): string {
    return this.parts.join(' and ');
  }

  value(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  addFilters({words, from, before, status, direction, archived}: Partial<Question>): void {
    if (words !== undefined) this.parts.push(`position(${this.value(words)} in search) > 0`);
    if (from !== undefined) this.parts.push(`at >= ${this.value(from)}`);
    if (before !== undefined) this.parts.push(`at < ${this.value(before)}`);
    if (status !== undefined) this.parts.push(`status = any(${this.value(status)}::text[])`);
    if (direction !== undefined) this.parts.push(`direction = any(${this.value(direction)}::text[])`);
    if (archived !== undefined) this.parts.push(`archived = ${this.value(archived)}`);
  }

  addPosition({sort, descending}: Question, {key, id}: Position): void {
    const sign = descending ? '<' : '>';
    this.parts.push(`(${sort}, id) ${sign} (${this.value(key)}::${columnTypes[sort]}, ${this.value(id)})`);
  }
}
