import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import {customerSchema} from '../../src/domain/customer.js';
import {documentSchema} from '../../src/domain/document.js';
import {readerOf} from '../../src/domain/answers.js';
import {resource, resourceTable} from '../../src/domain/resources.js';
import {unreadableIn} from '../../src/domain/unreadable.js';
import {videoCallSchema} from '../../src/domain/video-call.js';

const customer = {
  id: 'c1',
  version: 3,
  name: 'Ada',
  status: 'PENDING_REVIEW',
  risk: 'HIGH',
  created_at: '2026-01-02T03:04:05Z',
  rules: [{id: 'r1', title: 'Selfie', document_classes: ['SE'], status: 'APPROVED', errors: []}],
  active_services: ['aml'],
  aml_status: null,
  aml_whitelisted: false,
  email_verified: true,
  phone_verified: false,
};
const document = {
  id: 'd1',
  version: 1,
  type: 'ID',
  approved: null,
  archived: false,
  files: [],
  fields: [],
  validations: [],
  mismatches: [],
};

const fieldCases: readonly {
  readonly says: string;
  readonly sent: object;
  readonly field: keyof z.output<typeof customerSchema>;
  readonly read: unknown;
}[] = [
  {says: 'a number as id is text', sent: {id: 42}, field: 'id', read: '42'},
  {
    says: 'seconds are an instant',
    sent: {created_at: 1_700_000_000},
    field: 'created_at',
    read: '2023-11-14T22:13:20.000Z',
  },
  {
    says: 'XS-18 a time that is no time stays as it came',
    sent: {created_at: 'yesterday'},
    field: 'created_at',
    read: 'yesterday',
  },
  {
    says: 'XS-18 seconds beyond all calendars stay a number in words',
    sent: {created_at: 1e300},
    field: 'created_at',
    read: '1e+300',
  },
  {
    says: 'a status in another casing is the same status',
    sent: {status: 'Approved'},
    field: 'status',
    read: 'APPROVED',
  },
  {
    says: 'CT-01 an unknown status stays as it came',
    sent: {status: 'Under Appeal'},
    field: 'status',
    read: 'Under Appeal',
  },
  {says: 'null is not false: aml_status', sent: {aml_status: null}, field: 'aml_status', read: null},
  {says: 'absent is not false: aml_status', sent: {aml_status: undefined}, field: 'aml_status', read: null},
  {
    says: 'null is not false: phone_verified',
    sent: {phone_verified: null},
    field: 'phone_verified',
    read: null,
  },
  {
    says: 'absent means not verified: phone_verified',
    sent: {phone_verified: undefined},
    field: 'phone_verified',
    read: false,
  },
  {says: 'missing services are none', sent: {active_services: null}, field: 'active_services', read: []},
  {says: 'missing rules are none', sent: {rules: undefined}, field: 'rules', read: []},
  {
    says: 'a bare summary is its text',
    sent: {ai_generated_summary: 'Fine.'},
    field: 'ai_generated_summary',
    read: {text: 'Fine.'},
  },
  {says: 'an address in one line', sent: {address: 'Main St 1'}, field: 'address', read: {line: 'Main St 1'}},
  {
    says: 'CT-01 an optional value of another kind is not known',
    sent: {occupation: {a: 1}},
    field: 'occupation',
    read: null,
  },
];

const refused = [
  {says: 'no id', sent: {id: ''}},
  {says: 'aml_status as text could mean anything', sent: {aml_status: 'false'}},
  {says: 'rules that are no list must not look like none', sent: {rules: 'none'}},
  {says: 'no status', sent: {status: null}},
];

describe('reading a customer', () => {
  for (const {says, sent, field, read} of fieldCases) {
    it(says, () => expect(z.parse(customerSchema, {...customer, ...sent})[field]).to.deep.equal(read));
  }
  for (const {says, sent} of refused) {
    it(`is refused: ${says}`, () =>
      expect(z.safeParse(customerSchema, {...customer, ...sent}).success).to.equal(false));
  }

  it('unknown fields are ignored', () => {
    expect(z.parse(customerSchema, {...customer, brand_new: 1})).to.not.have.property('brand_new');
  });

  it('XS-15 hostile keys reach no prototype', () => {
    const hostile = JSON.parse(
      `{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}`,
    ) as object;
    const read = z.parse(customerSchema, {...customer, ...hostile, address: hostile});
    expect(Object.getPrototypeOf(read)).to.equal(Object.prototype);
    expect(({} as {polluted?: number}).polluted).to.equal(undefined);
  });
});

describe('reading a list', () => {
  const read = async (sent: unknown) => z.safeParse(await resource('documents', 'c1').schema(), sent);

  it('CT-02 a wrong type in one document of fifty costs that document', async () => {
    const items = Array.from({length: 50}, (_, at) => ({
      ...document,
      id: at,
      ...(at === 7 && {approved: 'yes'}),
    }));
    const {items: left = []} = (await read({items})).data ?? {};
    expect(left.length).to.equal(49);
    expect(unreadableIn(left)).to.equal(1);
  });

  it('counts bad rows in lists within a record', () => {
    const {fields} = z.parse(documentSchema, {...document, fields: [{key: 'name'}, {}, 5]});
    expect(fields.length).to.equal(1);
    expect(unreadableIn(fields)).to.equal(2);
  });

  it('something that is no list is an error, not an empty list', async () => {
    expect((await read({items: {}})).success).to.equal(false);
  });

  it('a missing list is empty', async () => {
    expect((await read({})).data?.items).to.deep.equal([]);
  });
});

describe('reading a call', () => {
  for (const [sent, read] of [
    [4, 'INCOMPLETE'],
    ['BAD QUALITY', 'BAD_QUALITY'],
    ['connection error', 'CONNECTION_ERROR'],
    ['RINGING', 'RINGING'],
    [99, '99'],
  ] as const) {
    it(`status ${sent} is ${read}`, () => {
      expect(z.parse(videoCallSchema, {id: 1, version: 1, status: sent}).status).to.equal(read);
    });
  }
});

describe('CT-01 answers of any shape', () => {
  for (const name of Object.keys(resourceTable) as (keyof typeof resourceTable)[]) {
    it(`${name}: reading never throws`, () => {
      const schema = readerOf(name, resourceTable[name].shape);
      fc.assert(
        fc.property(fc.anything({withNullPrototype: true, maxDepth: 4}), (sent) => {
          z.safeParse(schema, sent);
        }),
        {numRuns: 300},
      );
    });
  }

  it('a customer with any one value replaced is read, or refused as a whole; what is read has the fields that decide', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(customer)), fc.jsonValue(), (field, value) => {
        const answer = z.safeParse(customerSchema, {...customer, [field]: value});
        if (!answer.success) return;
        expect(answer.data.id).to.be.a('string').and.not.equal('');
        expect([true, false, null]).to.include(answer.data.aml_status);
        expect(Array.isArray(answer.data.rules)).to.equal(true);
      }),
      {numRuns: 2000},
    );
  });
});
