import type {Rule} from '../../../src/domain/customer.js';
import {aRule} from './builders.js';
import {Chance} from './chance.js';
import {identityClass} from './paper-kinds.js';
import type {Somebody} from './people.js';

type StepStatus = Rule['status'];

/** Steps in the order in which they are taken. Whoever has few has the important ones. */
const steps = [
  {importance: 3, title: 'Phone', classes: () => ['phone_otp']},
  {importance: 1, title: 'Identity document', classes: (person: Somebody) => [identityClass(person)]},
  {importance: 2, title: 'Selfie', classes: () => ['SE']},
  {importance: 4, title: 'Proof of address', classes: () => ['UB']},
  {importance: 5, title: 'Signature', classes: () => ['SG']},
  {importance: 6, title: 'Questionnaire', classes: () => ['questionnaire']},
] as const;

const titles = {ID: 'Identity card', PA: 'Passport', DL: 'Driving licence'} as const;

/** How far somebody in each status has come; the last entry stands for all further steps. */
const progress: Readonly<Record<Somebody['status'], readonly StepStatus[]>> = {
  CREATED: ['NOT_UPLOADED'],
  INCOMPLETE: ['APPROVED', 'NOT_UPLOADED'],
  PENDING_UPLOAD: ['APPROVED', 'REJECTED', 'PROCESSING', 'NOT_UPLOADED'],
  PENDING_REVIEW: ['APPROVED', 'PENDING_REVIEW', 'APPROVED', 'AUTOMATICALLY_REJECTED', 'PROCESSING'],
  PENDING_APPROVAL: ['APPROVED', 'APPROVED', 'APPROVED', 'PENDING_REVIEW', 'APPROVED'],
  APPROVED: ['APPROVED'],
  REJECTED: ['APPROVED', 'REJECTED', 'AUTOMATICALLY_REJECTED', 'APPROVED'],
  BLACKLISTED: ['APPROVED', 'REJECTED', 'APPROVED'],
  INACTIVE: ['APPROVED', 'APPROVED', 'NOT_UPLOADED'],
  UNDER_LEGAL_HOLD: ['APPROVED', 'ON_HOLD', 'APPROVED'],
};

const told: Readonly<Record<string, readonly StepStatus[]>> = {
  haddad: ['NOT_UPLOADED', 'PROCESSING', 'APPROVED', 'AUTOMATICALLY_REJECTED', 'APPROVED'],
};

const errors: Readonly<Record<string, readonly Rule['errors'][number][]>> = {
  UB: [{code: 'too_old', message: 'Document is older than 90 days'}],
  SE: [
    {code: 'liveness', message: 'No sign of life was seen'},
    {code: 'dark', message: 'The picture is too dark'},
  ],
  SG: [{code: null, message: 'The signature is incomplete'}],
};

const unreadable = [{code: 'unreadable', message: 'The document cannot be read'}];

/** The steps that somebody has to pass, in their order. */
export function stepsOf(person: Somebody): readonly Rule[] {
  const chance = new Chance(`steps ${person.key}`);
  const statuses = told[person.key] ?? progress[person.status];
  return steps
    .filter(({importance}) => importance <= person.steps)
    .map(({title, classes}, index) => {
      const document_classes = [...classes(person)];
      const [type = ''] = document_classes;
      const status = statuses[Math.min(index, statuses.length - 1)] ?? 'NOT_UPLOADED';
      const rejected = status === 'REJECTED' || status === 'AUTOMATICALLY_REJECTED';
      return aRule({
        id: `step-${person.key}-${index + 1}`,
        title: title === 'Identity document' ? titles[identityClass(person)] : title,
        document_classes,
        status,
        sort_order: index + 1,
        attempt:
          status === 'NOT_UPLOADED'
            ? 0
            : person.key === 'haddad' && type === 'ID'
              ? 2
              : chance.pick([1, 1, 1, 2, 3]),
        errors: rejected ? (errors[type] ?? unreadable) : [],
      });
    });
}
