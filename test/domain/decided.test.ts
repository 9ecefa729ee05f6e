import {expect} from '@open-wc/testing';
import {aVerification} from '../../demo/server/world/verification-builders.js';
import {evidenceOf, type Asked} from '../../src/domain/decided.js';
import type {Verification} from '../../src/domain/verification.js';

const me = {id: 'user-1', name: 'Oriane Vasseur'};
const other = {id: 'user-2', name: 'Tomasz Wójcik'};
const decided = (outcome: string, by: typeof me | null, note: string | null = null) => ({
  status: outcome,
  decision: {outcome, by, at: '2026-01-05T09:00:00Z', note},
});

// Everything was asked for on version 3.
const rows: readonly (readonly [
  what: string,
  Asked['action'],
  Partial<Verification>,
  ReturnType<typeof evidenceOf>,
])[] = [
  ['the same version', 'approve', {version: 3}, 'open'],
  ['this very decision', 'approve', {version: 4, ...decided('approved', me)}, 'done'],
  [
    'the same decision with another note',
    'approve',
    {version: 4, ...decided('approved', me, 'no')},
    'moved-on',
  ],
  ['the same decision by somebody else', 'approve', {version: 4, ...decided('approved', other)}, 'moved-on'],
  ['the same decision by nobody knows whom', 'approve', {version: 4, ...decided('approved', null)}, 'open'],
  ['another decision', 'approve', {version: 4, ...decided('rejected', other)}, 'moved-on'],
  ['no approval, however often it moved on', 'approve', {version: 9, status: 'pending_review'}, 'moved-on'],
  ['this very rejection', 'reject', {version: 4, ...decided('rejected', me)}, 'done'],
  [
    'something else in the place of a rejection',
    'reject',
    {version: 4, status: 'pending_review'},
    'moved-on',
  ],
  ['what may have followed on a rejection', 'reject', {version: 5, status: 'pending_review'}, 'open'],
  ["somebody's rejection after another one", 'reject', {version: 6, ...decided('rejected', other)}, 'open'],
  ['a reopening by whomever', 'reopen', {version: 4, status: 'pending_review'}, 'open'],
  ['what may have followed on a reopening', 'reopen', {version: 5, ...decided('approved', other)}, 'open'],
  ['something else in the place of a reopening', 'reopen', {version: 4, status: 'expired'}, 'moved-on'],
  ['a cancellation by whomever', 'cancel', {version: 4, status: 'canceled'}, 'open'],
  ['no cancellation, however often it moved on', 'cancel', {version: 7, status: 'approved'}, 'moved-on'],
  ['an invitation by whomever', 'resend', {version: 4, status: 'in_progress'}, 'open'],
];

describe('evidenceOf', () => {
  for (const [what, action, record, evidence] of rows) {
    it(`takes ${what} for ${evidence}, after ${action}`, () => {
      const asked = {action, version: 3, note: undefined, viewerId: me.id};
      expect(evidenceOf(asked, aVerification({decision: null, ...record}))).to.equal(evidence);
    });
  }
});
