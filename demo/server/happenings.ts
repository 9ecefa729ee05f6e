import type {Customer, Rule, Summary} from '../../src/domain/customer.js';
import type {Document} from '../../src/domain/document.js';
import type {Clock} from './clock.js';
import type {FolderEditor, Records} from './records/records.js';

export interface Happening {
  readonly type: 'step_results' | 'ai_generated_summary';
  readonly revision: number;
}

/**
 * Makes something happen to a customer, as a running verification would: a step finishes, or a summary arrives. It goes
 * through the store like every change, so whoever watches the customer hears of it.
 *
 * @param chance From 0 up to 1; a step for small ones, a summary for large ones.
 */
export async function makeSomethingHappen(
  records: Records,
  clock: Clock,
  tenant: string,
  customer: string,
  chance: number,
): Promise<Happening | undefined> {
  const type = chance < 0.7 ? 'step_results' : 'ai_generated_summary';
  const now = new Date(clock.now()).toISOString();
  const work = type === 'step_results' ? finishStep : writeSummary;
  const revision = await records.change(tenant, customer, type, (folder) => work(folder, now, chance));
  return revision === undefined ? undefined : {type, revision};
}

async function finishStep(folder: FolderEditor, now: string, chance: number): Promise<void> {
  const {customer} = folder;
  const documents = await folder.rows('documents');
  const isApproved = chance < 0.5;
  const rule = customer.rules.find(({status}) => status === 'PROCESSING');
  const document = documents.find(({approved, archived}) => approved === null && !archived);
  if (rule || document) {
    if (document) folder.put('documents', decided(document, isApproved));
    folder.setCustomer({...customer, rules: withRule(customer.rules, rule, isApproved), updated_at: now});
    return;
  }
  // Nothing is under way, so the next step begins: its document is looked at again.
  const next = customer.rules.find(({status}) => status !== 'APPROVED') ?? customer.rules[0];
  const again = documents.find(({type, archived}) => !archived && next?.document_classes.includes(type));
  if (again) folder.put('documents', {...again, approved: null, reject_reason: null});
  folder.setCustomer({...customer, rules: withBegun(customer.rules, next), updated_at: now});
}

const decided = (document: Document, isApproved: boolean): Document => ({
  ...document,
  approved: isApproved,
  reject_reason: isApproved ? null : 'The picture is not sharp enough.',
});

const withRule = (rules: readonly Rule[], rule: Rule | undefined, isApproved: boolean): readonly Rule[] =>
  rules.map((each) => {
    if (each !== rule) return each;
    if (isApproved) return {...each, status: 'APPROVED', errors: []};
    return {
      ...each,
      status: 'REJECTED',
      errors: [{code: 'blurred', message: 'The picture is not sharp enough.'}],
    };
  });

const withBegun = (rules: readonly Rule[], begun: Rule | undefined): readonly Rule[] =>
  rules.map((each) =>
    each === begun ? {...each, status: 'PROCESSING', attempt: (each.attempt ?? 0) + 1, errors: []} : each,
  );

function writeSummary(folder: FolderEditor, now: string): void {
  const {customer} = folder;
  folder.setCustomer({...customer, updated_at: now, ai_generated_summary: summaryOf(customer, now)});
}

function summaryOf(customer: Customer, now: string): Summary {
  const done = customer.rules.filter(({status}) => status === 'APPROVED').length;
  const services = customer.active_services.length === 0 ? 'none' : customer.active_services.join(', ');
  const steps = `${done} of ${customer.rules.length} verification steps are approved.`;
  return {
    text: `${customer.name ?? 'This customer'} has the status ${customer.status}. ${steps} Active services: ${services}.`,
    generated_at: now,
    claims: [
      {
        text: steps,
        evidence: customer.rules
          .filter(({status}) => status === 'APPROVED')
          .map(({id}) => ({kind: 'rule', id})),
      },
    ],
  };
}
