import type {AmlRecord, Finding} from '../../../src/domain/aml.js';
import type {Customer, Rule} from '../../../src/domain/customer.js';
import type {Document, Field, File} from '../../../src/domain/document.js';
import type {Questionnaire} from '../../../src/domain/questionnaire.js';
import type {Transaction} from '../../../src/domain/transaction.js';
import type {TravelRuleLog} from '../../../src/domain/travel-rule.js';
import type {VideoCall} from '../../../src/domain/video-call.js';

/**
 * One good record of each kind, in the shape of the contract, with whatever the caller says differently. Stories, tests
 * and the demo's own world are built from these. Nothing here needs Node.
 */

/** Somebody ordinary: verified, low risk, every service on, five steps of which two are approved. */
export const aCustomer = (over: Partial<Customer> = {}): Customer => ({
  id: 'customer-1',
  version: 1,
  external_id: 'CRM-20418',
  name: 'Amira Haddad',
  email: 'amira.haddad@example.tn',
  phone: '+216 71 555 018',
  id_number: '0845F1937',
  birth_date: '1991-05-02',
  gender: 'F',
  nationality: 'TN',
  occupation: 'Import manager',
  company_name: 'Haddad Textiles',
  address: {line: '12 Rue Ibn Khaldoun', city: 'Tunis', province: 'Tunis', country: 'TN'},
  photo_url: null,
  level: 2,
  status: 'PENDING_REVIEW',
  risk: 'NORMAL',
  reject_reason: null,
  created_at: '2026-10-08T09:12:00Z',
  updated_at: '2026-11-20T08:02:00Z',
  last_status_at: '2026-11-12T10:40:00Z',
  rules: [
    aRule({id: 'rule-1', title: 'Phone', document_classes: ['phone_otp'], status: 'APPROVED', sort_order: 1}),
    aRule({
      id: 'rule-2',
      title: 'Identity card',
      document_classes: ['ID'],
      status: 'APPROVED',
      sort_order: 2,
    }),
    aRule({id: 'rule-3', title: 'Selfie', document_classes: ['SE'], status: 'PROCESSING', sort_order: 3}),
    aRule({
      id: 'rule-4',
      title: 'Proof of address',
      document_classes: ['UB'],
      status: 'AUTOMATICALLY_REJECTED',
      sort_order: 4,
      attempt: 3,
      errors: [{code: 'too_old', message: 'Document is older than 90 days'}],
    }),
    aRule({
      id: 'rule-5',
      title: 'Signature',
      document_classes: ['SG'],
      status: 'NOT_UPLOADED',
      sort_order: 5,
      attempt: 0,
    }),
  ],
  active_services: ['aml', 'video_kyc', 'transactions', 'questionnaire'],
  aml_status: true,
  aml_whitelisted: false,
  email_verified: true,
  phone_verified: false,
  biopay_enabled: false,
  video_call_status: 'COMPLETE',
  ai_generated_summary: {
    text: 'Amira Haddad, born 1991, imports textiles. Her identity card was read without doubt.',
    generated_at: '2026-11-20T08:02:00Z',
    claims: [
      {text: 'Her identity card was read without doubt.', evidence: [{kind: 'document', id: 'document-1'}]},
    ],
  },
  ...over,
});

/** A step that the customer has passed at the first attempt. */
export const aRule = (over: Partial<Rule> = {}): Rule => ({
  id: 'rule-1',
  title: 'Identity card',
  document_classes: ['ID'],
  status: 'APPROVED',
  sort_order: 1,
  attempt: 1,
  errors: [],
  ...over,
});

/** The picture of a document's front, served below the API base. */
export const aFile = (over: Partial<File> = {}, documentId = 'document-1'): File => {
  const id = over.id ?? `${documentId}-front`;
  return {
    id,
    side: 'front',
    media_type: 'image/png',
    url: `documents/${documentId}/files/${id}`,
    width: 428,
    height: 270,
    bytes: 115_936,
    page: null,
    ...over,
  };
};

/** A value read without doubt that agrees with what was declared. */
export const aField = (over: Partial<Field> = {}): Field => ({
  key: 'surname',
  label: 'Surname',
  value: 'HADDAD',
  declared: 'Haddad',
  confidence: 0.98,
  mismatch: null,
  box: null,
  ...over,
});

/** An identity card that was read and waits for nobody: approved, one field nearly agreeing. */
export const aDocument = (over: Partial<Document> = {}): Document => {
  const id = over.id ?? 'document-1';
  const front = aFile({}, id);
  return {
    id,
    version: 1,
    type: 'ID',
    title: 'Identity card',
    sort_order: 1,
    approved: true,
    archived: false,
    files: [front, aFile({id: `${id}-back`, side: 'back'}, id)],
    fields: [
      aField({
        value: 'HADAD',
        mismatch: 'name',
        confidence: 0.82,
        box: {file_id: front.id, x: 0.36, y: 0.24, width: 0.38, height: 0.09},
      }),
      aField({
        key: 'given_names',
        label: 'Given names',
        value: 'AMIRA',
        declared: 'Amira',
        box: {file_id: front.id, x: 0.36, y: 0.38, width: 0.38, height: 0.09},
      }),
      aField({
        key: 'birth_date',
        label: 'Date of birth',
        value: '1991-05-02',
        declared: '1991-05-02',
        confidence: 0.99,
        box: {file_id: front.id, x: 0.36, y: 0.52, width: 0.2, height: 0.08},
      }),
      aField({key: 'expires_on', label: 'Expires', value: '2029-01-18', declared: null}),
    ],
    validations: [
      {key: 'authentic', label: 'Authentic', outcome: 'pass', detail: null},
      {key: 'not_expired', label: 'Not expired', outcome: 'pass', detail: null},
      {
        key: 'glare',
        label: 'Glare on the front',
        outcome: 'warn',
        detail: 'The upper right corner is hard to read.',
      },
      {key: 'chip', label: 'Chip not read', outcome: 'unknown', detail: null},
    ],
    mismatches: [{kind: 'name', weight: 25, declared: 'Haddad', extracted: 'HADAD'}],
    score: {raw: 75, shown: 75},
    uploaded_at: '2026-11-12T08:02:00Z',
    reject_reason: null,
    replaces: null,
    ...over,
  };
};

/** A hit on a sanctions list that nobody has judged yet. */
export const aFinding = (over: Partial<Finding> = {}): Finding => ({
  id: 'finding-1',
  version: 1,
  family: 'sanctions',
  source: 'EU consolidated list',
  matched_name: 'Amira HADAD',
  match_score: 84,
  country: 'SY',
  birth_date: '1958',
  listed_on: '2014-03-20',
  url: 'https://lists.example/eu/4711',
  details: 'Listed for the financing of arms purchases.',
  judgement: null,
  ...over,
});

/** A check that found two entries, one of them not judged yet. */
export const anAmlRecord = (over: Partial<AmlRecord> = {}): AmlRecord => ({
  id: 'aml-1',
  version: 1,
  generation: 2,
  checked_at: '2026-11-12T07:10:00Z',
  status: 'records_found',
  approved: null,
  provider: 'Meridian Screening',
  databases: ['EU', 'UN', 'OFAC', 'Adverse media', 'PEP', 'FATF', 'Interpol'],
  override: null,
  findings: [
    aFinding(),
    aFinding({
      id: 'finding-2',
      family: 'adverse_media',
      source: 'La Presse du Port',
      matched_name: 'Amira Haddad Trading',
      match_score: 61,
      country: null,
      birth_date: null,
      listed_on: '2025-02-14',
      details: 'A company of a similar name was fined for late customs declarations.',
      judgement: {
        outcome: 'false_positive',
        reason_code: 'other_person',
        note: 'Another company.',
        by: {id: 'user-2', name: 'Chiara Rossi'},
        at: '2026-11-12T08:15:00Z',
      },
    }),
  ],
  ...over,
});

/** A finished call of eleven minutes with a recording. */
export const aVideoCall = (over: Partial<VideoCall> = {}): VideoCall => {
  const id = over.id ?? 'call-1';
  return {
    id,
    version: 1,
    status: 'COMPLETE',
    started_at: '2026-11-12T08:30:00Z',
    ended_at: '2026-11-12T08:41:03Z',
    agent: {id: 'user-3', name: 'Zeynep Çağlar'},
    recording: {url: `video-calls/${id}/recording`, media_type: 'audio/wav'},
    checklist: [
      {label: 'Shows the document', done: true},
      {label: 'Reads the code aloud', done: true},
      {label: 'Turns the head', done: null},
    ],
    ...over,
  };
};

/** A payment that went out and triggered a rule. */
export const aTransaction = (over: Partial<Transaction> = {}): Transaction => ({
  id: 'transaction-1',
  at: '2026-11-12T08:58:00Z',
  amount: '48200.00',
  currency: 'EUR',
  direction: 'out',
  status: 'HELD',
  risk_score: 82,
  risk_level: 'high',
  rules: ['Large for this customer', 'New country'],
  counterparty: 'ООО «Северный Ветер»',
  ...over,
});

/** A transfer that the other provider has accepted. */
export const aTravelRuleLog = (over: Partial<TravelRuleLog> = {}): TravelRuleLog => ({
  id: 'travel-1',
  at: '2026-11-12T06:12:00Z',
  direction: 'out',
  status: 'ACCEPTED',
  status_reason: null,
  asset: 'BTC',
  amount: '0.41800000',
  originator: 'Amira Haddad',
  beneficiary: '김민준',
  originator_vasp: 'Carthage Digital',
  beneficiary_vasp: '한빛거래소',
  blockchain: 'Bitcoin',
  tx_hash: '4f1c9b7e2a6d8035c1e7f04a9d2b6c83e5107f9ab4d3c268710e5f9a3b7c4d21',
  ...over,
});

/** A completed questionnaire with one answer of every type. */
export const aQuestionnaire = (over: Partial<Questionnaire> = {}): Questionnaire => ({
  id: 'questionnaire-1',
  title: 'Source of funds',
  submitted_at: '2026-11-02T09:12:00Z',
  status: 'Completed',
  score: 35,
  answers: [
    {
      question_id: 'q1',
      question: 'What is your main source of income?',
      type: 'single_choice',
      values: ['Business owner'],
    },
    {
      question_id: 'q2',
      question: 'Which countries do you trade with?',
      type: 'multiple_choice',
      values: ['Japan', 'Greece', 'Türkiye'],
    },
    {question_id: 'q3', question: 'Expected turnover per month, in EUR', type: 'number', values: ['40000']},
    {
      question_id: 'q4',
      question: 'Describe your business',
      type: 'text',
      values: ['نستورد المنسوجات من اليابان واليونان ونبيعها في تونس.'],
    },
  ],
  ...over,
});
