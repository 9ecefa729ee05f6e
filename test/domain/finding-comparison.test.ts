import {expect} from '@open-wc/testing';
import {aCustomer, aFinding} from '../../demo/server/world/builders.js';
import {compareWithFinding} from '../../src/domain/finding-comparison.js';

const verdictOn = (key: string, customer: object, finding: object): string | undefined =>
  compareWithFinding(aCustomer(customer), aFinding(finding)).find((each) => each.key === key)?.agreement;

const cases = [
  {
    says: 'the same name in other letters agrees',
    key: 'name',
    customer: {name: 'Amira Haddad'},
    finding: {matched_name: 'AMIRA HADDAD'},
    is: 'agrees',
  },
  {
    says: 'a letter apart is near',
    key: 'name',
    customer: {name: 'Amira Haddad'},
    finding: {matched_name: 'Amira HADAD'},
    is: 'nearly',
  },
  {
    says: 'a name in two scripts is compared in the script of the list',
    key: 'name',
    customer: {name: 'Amira Haddad أميرة حداد'},
    finding: {matched_name: 'Amira HADDAD'},
    is: 'agrees',
  },
  {
    says: 'and in the other script, where the list has that one',
    key: 'name',
    customer: {name: 'Amira Haddad أميرة حداد'},
    finding: {matched_name: 'ليلى منصور'},
    is: 'differs',
  },
  {
    says: 'another year differs',
    key: 'birth_date',
    customer: {birth_date: '1991-05-02'},
    finding: {birth_date: '1958'},
    is: 'differs',
  },
  {
    says: 'the year alone is near and no more',
    key: 'birth_date',
    customer: {birth_date: '1991-05-02'},
    finding: {birth_date: '1991'},
    is: 'nearly',
  },
  {
    says: 'the same day agrees',
    key: 'birth_date',
    customer: {birth_date: '1991-05-02'},
    finding: {birth_date: '1991-05-02'},
    is: 'agrees',
  },
  {
    says: 'another day differs',
    key: 'birth_date',
    customer: {birth_date: '1991-05-02'},
    finding: {birth_date: '1991-05-20'},
    is: 'differs',
  },
  {
    says: 'missing on the list is not differing',
    key: 'country',
    customer: {nationality: 'TN'},
    finding: {country: null},
    is: 'not-on-list',
  },
  {
    says: 'missing with the customer is not differing',
    key: 'birth_date',
    customer: {birth_date: ' '},
    finding: {birth_date: '1958'},
    is: 'not-declared',
  },
  {
    says: 'a country a letter apart is another country',
    key: 'country',
    customer: {nationality: 'IR'},
    finding: {country: 'IQ'},
    is: 'differs',
  },
  {
    says: 'without a nationality the address tells the country',
    key: 'country',
    customer: {nationality: null, address: {country: 'tn'}},
    finding: {country: 'TN'},
    is: 'agrees',
  },
] as const;

describe('a customer beside a list entry', () => {
  for (const {says, key, customer, finding, is} of cases) {
    it(says, () => expect(verdictOn(key, customer, finding)).to.equal(is));
  }

  it('puts what differs first, then what is near', () => {
    const rows = compareWithFinding(
      aCustomer({name: 'Amira Haddad', birth_date: '1991-05-02', nationality: 'TN'}),
      aFinding({matched_name: 'Amira Haddad', birth_date: '1991', country: 'SY'}),
    );
    expect(rows.map(({key}) => key)).to.deep.equal(['country', 'birth_date', 'name']);
  });
});
