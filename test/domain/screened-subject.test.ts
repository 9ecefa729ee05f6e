import {expect} from '@open-wc/testing';
import {aFinding, aVerification} from '../../demo/server/world/verification-builders.js';
import {judgementOutcomes} from '../../src/domain/aml.js';
import {
  clearFamilies,
  comparedSubject,
  findingsByFamily,
  isJudgementOutcome,
  judgementReasons,
} from '../../src/domain/screened-subject.js';
import {screeningSchema} from '../../src/domain/screening.js';

const of = (...families: readonly string[]) =>
  families.map((family, at) => aFinding({id: `finding-${at}`, family}));

describe('findings of a verification', () => {
  it('stand by family in the order of the field, what is not known last', () => {
    const groups = findingsByFamily(of('watchlist', 'fatf', 'sanctions', 'fatf'));
    expect(groups.map(({family, findings}) => [family, findings.length])).to.deep.equal([
      ['sanctions', 1],
      ['fatf', 2],
      ['watchlist', 1],
    ]);
  });

  const clear = [
    {
      says: 'a clear screening clears all three',
      screening: {state: 'clear'},
      families: ['sanctions', 'pep', 'fatf'],
    },
    {
      says: 'findings clear the others',
      screening: {state: 'findings', findings: of('pep')},
      families: ['sanctions', 'fatf'],
    },
    {
      says: 'a clear screening that brings a finding clears the others',
      screening: {state: 'clear', findings: of('fatf')},
      families: ['sanctions', 'pep'],
    },
    {says: 'findings that are not there clear nothing', screening: {state: 'findings'}, families: []},
    {
      says: 'a finding that cannot be read clears nothing',
      screening: {state: 'findings', findings: [...of('pep'), {id: ''}]},
      families: [],
    },
    {
      says: 'a clear screening with something unreadable clears nothing',
      screening: {state: 'clear', findings: [{id: ''}]},
      families: [],
    },
    {says: 'a failed screening clears nothing', screening: {state: 'failed'}, families: []},
    {
      says: 'a running screening clears nothing',
      screening: {state: 'running', findings: of('pep')},
      families: [],
    },
    {says: 'a screening that was not run clears nothing', screening: {state: 'not_run'}, families: []},
    {says: 'a state that nobody knows clears nothing', screening: {state: 'queued'}, families: []},
  ] as const;
  for (const {says, screening, families} of clear) {
    it(says, () => expect(clearFamilies(screeningSchema.parse(screening))).to.deep.equal(families));
  }

  it('clear nothing without a screening', () => {
    expect(clearFamilies(null)).to.deep.equal([]);
    expect(clearFamilies(undefined)).to.deep.equal([]);
  });
});

describe('what a subject is told apart by', () => {
  it('is what was declared, and never what was read from a document', () => {
    const {name, birth_date, nationality} = comparedSubject(aVerification());
    expect(name).to.equal('Ioannis Papadopoulos Ιωάννης Παπαδόπουλος');
    expect(birth_date).to.equal('1987-05-14');
    expect(nationality).to.equal('GR');
  });

  it('is a country by its code only, so that a name of it is not another country', () => {
    const [document] = aVerification().documents;
    const verification = aVerification({
      documents: [{...document!, fields: [{key: 'nationality', declared: 'Greece', value: 'GRC'}]}],
    });
    const {nationality, address} = comparedSubject(verification);
    expect(nationality).to.equal(undefined);
    expect(address?.country).to.equal('GR');
  });

  it('is little where nothing was declared', () => {
    expect(comparedSubject(aVerification({documents: []})).birth_date).to.equal(undefined);
  });
});

describe('reasons for a judgement', () => {
  it('exist for every judgement', () => {
    for (const outcome of judgementOutcomes) expect(judgementReasons[outcome]).not.to.be.empty;
  });

  it('exist for nothing else', () => {
    for (const value of ['', 'maybe', 'constructor', undefined]) {
      expect(isJudgementOutcome(value)).to.equal(false);
    }
  });
});
