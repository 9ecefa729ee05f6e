import type {Customer} from './customer.js';
import {hasService, type Service} from './services.js';
import {holds, namesIn, type Permission, type Viewer} from './permissions.js';

interface SectionRule {
  readonly id: string;
  readonly needs?: Permission;
  readonly service?: Service;
  readonly moreRulesThan?: number;
}

/** The eight sections of a customer profile in their order, and when each is shown. */
export const sectionRules = [
  {id: 'info'},
  {id: 'steps', moreRulesThan: 3},
  {id: 'documents', needs: 'view_document'},
  {id: 'aml', service: 'aml'},
  {id: 'video-calls', service: 'video_kyc'},
  {id: 'transactions', service: 'transactions'},
  {id: 'travel-rule', needs: 'view_travel_rule_page'},
  {id: 'questionnaires', service: 'questionnaire'},
] as const satisfies readonly SectionRule[];

export type SectionId = (typeof sectionRules)[number]['id'];

/**
 * Which sections this viewer sees of this customer, in order.
 *
 * @param narrowed Section ids that the host limits the profile to; `info` always stays, unknown ids are ignored, and
 *   nothing is shown that the rules do not allow. Absent, or no list: all that the rules allow.
 */
export function visibleSectionIds(
  customer: Pick<Customer, 'rules' | 'active_services'>,
  viewer: Viewer,
  narrowed?: readonly string[],
): readonly SectionId[] {
  const wanted = namesIn(narrowed);
  const shown = sectionRules.filter(({id, ...rule}: SectionRule) => {
    if (id === 'info') return true;
    if (wanted && !wanted.includes(id)) return false;
    if (rule.needs && !holds(viewer, rule.needs)) return false;
    if (rule.service && !hasService(customer, rule.service)) return false;
    return rule.moreRulesThan === undefined || customer.rules.length > rule.moreRulesThan;
  });
  return shown.map(({id}) => id);
}
