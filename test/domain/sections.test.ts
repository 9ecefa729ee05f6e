import {expect} from '@open-wc/testing';
import {permissions, type Permission} from '../../src/domain/permissions.js';
import {services} from '../../src/domain/services.js';
import {sectionRules, visibleSectionIds} from '../../src/domain/sections.js';

const rules = (count: number) =>
  Array.from({length: count}, (_, at) => ({
    id: String(at),
    status: 'APPROVED',
    document_classes: [],
    errors: [],
  }));

interface Case {
  readonly says: string;
  readonly rules?: number;
  readonly services?: readonly string[];
  readonly permissions?: readonly string[];
  readonly narrowed?: readonly string[];
  readonly shown: string;
}

const all = 'info steps documents aml video-calls transactions travel-rule questionnaires';

// The truth table of the product's documentation: data, permission or service decides, each alone.
const cases: readonly Case[] = [
  {says: 'nothing at all', shown: 'info'},
  {says: 'exactly 3 rules', rules: 3, shown: 'info'},
  {says: '4 rules', rules: 4, shown: 'info steps'},
  {says: 'view_document only', permissions: ['view_document'], shown: 'info documents'},
  {
    says: 'all services, no permission, 4 rules',
    rules: 4,
    services,
    shown: 'info steps aml video-calls transactions questionnaires',
  },
  {
    says: 'all permissions, no service, 4 rules',
    rules: 4,
    permissions,
    shown: 'info steps documents travel-rule',
  },
  {says: 'everything', rules: 4, services, permissions, shown: all},
  {says: 'aml only', services: ['aml'], shown: 'info aml'},
  {says: 'video_kyc only', services: ['video_kyc'], shown: 'info video-calls'},
  {says: 'transactions only', services: ['transactions'], shown: 'info transactions'},
  {says: 'view_travel_rule_page only', permissions: ['view_travel_rule_page'], shown: 'info travel-rule'},
  {says: 'questionnaire only', services: ['questionnaire'], shown: 'info questionnaires'},
  {says: 'the plural is another word', services: ['questionnaires'], shown: 'info'},
  {
    says: 'AU-22 unknown services and permissions',
    services: ['x'],
    permissions: ['see_all', '*'],
    shown: 'info',
  },
  {
    says: 'AU-22 a permission with a scope that means nothing here',
    permissions: ['view_document:own'],
    shown: 'info',
  },
  {says: 'narrowed', rules: 4, services, permissions, narrowed: ['aml', 'steps'], shown: 'info steps aml'},
  {says: 'narrowing never widens', narrowed: ['aml', 'documents', 'nonsense'], shown: 'info'},
  {says: 'narrowed to nothing', rules: 4, services, permissions, narrowed: [], shown: 'info'},
];

describe('which sections are shown', () => {
  for (const each of cases) {
    it(each.says, () => {
      const customer = {rules: rules(each.rules ?? 0), active_services: [...(each.services ?? [])]};
      const shown = visibleSectionIds(customer, {permissions: each.permissions ?? []}, each.narrowed);
      expect(shown.join(' ')).to.equal(each.shown);
    });
  }

  const everywhere = {customer: {rules: rules(4), active_services: [...services]}, viewer: {permissions}};
  const wrong = [
    {given: {aml: true}, shown: all},
    {given: 5, shown: all},
    {given: null, shown: all},
    {given: new Set(['aml']), shown: all},
    {given: 'aml  steps', shown: 'info steps aml'},
    {given: [5, null, 'aml'], shown: 'info aml'},
  ];
  for (const {given, shown} of wrong) {
    it(`narrowed to ${JSON.stringify(given)} by a page without types`, () => {
      const {customer, viewer} = everywhere;
      expect(visibleSectionIds(customer, viewer, given as unknown as string[]).join(' ')).to.equal(shown);
    });
  }

  it('has a rule for each of the eight, and only known permissions and services in them', () => {
    expect(sectionRules.map(({id}) => id).join(' ')).to.equal(all);
    for (const rule of sectionRules) {
      if ('needs' in rule) expect(permissions).to.include(rule.needs satisfies Permission);
      if ('service' in rule) expect(services).to.include(rule.service);
    }
  });
});
