import type {CaseName} from './case-records.js';

/** Who somebody looks at, by the path that they are read under: a customer, or a verification. */
export type Subject = string;

export const customerSubject = (id: string): Subject => `customers/${encodeURIComponent(id)}`;
export const caseSubject = ({type, id}: CaseName): Subject =>
  `verifications/${encodeURIComponent(type)}/${encodeURIComponent(id)}`;

export type ReadSubject =
  {readonly kind: 'customer'; readonly id: string} | ({readonly kind: 'verification'} & CaseName);

export function readSubject(subject: Subject): ReadSubject {
  const [kind, ...rest] = subject.split('/').map((each) => decodeURIComponent(each));
  const [first = '', second = ''] = rest;
  return kind === 'verifications'
    ? {kind: 'verification', type: first, id: second}
    : {kind: 'customer', id: first};
}
