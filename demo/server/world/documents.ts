import type {Rule} from '../../../src/domain/customer.js';
import type {Document} from '../../../src/domain/document.js';
import {Chance} from './chance.js';
import {flaws, weights} from './flaws.js';
import {isIdentity, kinds} from './paper-kinds.js';
import {paper, type Wanted} from './paper.js';
import type {Somebody} from './people.js';
import type {StoredFile} from './world.js';

/** Documents and the files that they show. */
export interface Papers {
  readonly documents: readonly Document[];
  readonly files: readonly StoredFile[];
}

const approvals: Readonly<Record<string, boolean | null>> = {
  APPROVED: true,
  PENDING_REVIEW: null,
  PROCESSING: null,
  REJECTED: false,
  AUTOMATICALLY_REJECTED: false,
};

/** The documents that belong to somebody's steps, and those that were replaced. */
export function papersOf(person: Somebody, number: string, rules: readonly Rule[]): Papers {
  const chance = new Chance(`papers ${person.key}`);
  const documents: Document[] = [];
  const files: StoredFile[] = [];
  const add = (wanted: Wanted): Document => {
    const made = paper(
      person,
      number,
      wanted,
      {
        flaw: isIdentity(wanted.type) ? flaws[person.key] : undefined,
        weights,
        isScored: isIdentity(wanted.type),
        folder: (id) => `documents/${id}/files`,
      },
      chance,
    );
    documents.push(made.document);
    files.push(...made.files);
    return made.document;
  };
  for (const rule of rules) {
    const [type] = rule.document_classes;
    if (type === undefined || !kinds[type] || rule.status === 'NOT_UPLOADED') continue;
    const sort_order = rule.sort_order ?? 9;
    let replaces: string | undefined;
    if ((rule.attempt ?? 1) > 1) {
      replaces = add({
        type,
        approved: false,
        archived: true,
        sort_order,
        uploaded_at: `2026-10-${10 + sort_order}T15:20:00Z`,
        reject_reason: 'The picture is blurred',
      }).id;
    }
    const approved = approvals[rule.status] ?? null;
    add({
      type,
      approved,
      sort_order,
      uploaded_at: `2026-11-0${Math.min(9, 1 + sort_order)}T09:02:00Z`,
      reject_reason: approved === false ? (rule.errors[0]?.message ?? 'Not acceptable') : null,
      ...(replaces ? {replaces} : {}),
    });
  }
  return {documents, files};
}
