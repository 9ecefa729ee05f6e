import {expect} from '@open-wc/testing';
import {
  agreement,
  documentsInOrder,
  fieldsInOrder,
  type Agreement,
  type Document,
} from '../../src/domain/document.js';

const cases: readonly {
  readonly declared?: string | null;
  readonly value?: string | null;
  readonly mismatch?: string;
  readonly is: Agreement;
}[] = [
  {declared: 'Amira', value: 'Amira', is: 'agrees'},
  {declared: 'Amira', value: 'AMIRA', is: 'agrees'},
  {declared: '12 Rue Ibn Khaldoun, Tunis', value: '12 RUE IBN KHALDOUN TUNIS', is: 'agrees'},
  {declared: 'Haddad', value: 'HADAD', is: 'nearly'},
  {declared: 'Haddad', value: 'HADAD', mismatch: 'name', is: 'nearly'},
  {declared: 'Müller', value: 'MULLER', is: 'nearly'},
  {declared: 'Amira', value: 'Samira', is: 'nearly'},
  {declared: 'Amira', value: 'Leila', is: 'differs'},
  {declared: 'Al', value: 'Ali', is: 'differs'},
  {declared: '1991-05-02', value: '1991-05-02', is: 'agrees'},
  {declared: '1991-05-02', value: '1991-05-03', is: 'differs'},
  {declared: '0845F1937', value: '0845F1938', is: 'differs'},
  {declared: 'Same', value: 'same', mismatch: 'name', is: 'differs'},
  {declared: null, value: 'TUN', is: 'not-declared'},
  {declared: ' ', value: 'TUN', is: 'not-declared'},
  {declared: 'TUN', is: 'not-on-document'},
  {declared: 'TUN', mismatch: 'nationality', is: 'not-on-document'},
];

describe('declared beside extracted', () => {
  for (const {is, ...field} of cases) {
    it(`${field.declared ?? '–'} beside ${field.value ?? '–'}${field.mismatch ? ` (${field.mismatch})` : ''}: ${is}`, () => {
      expect(agreement(field)).to.equal(is);
    });
  }

  it('differing first, then near ones, then the rest as they came', () => {
    const fields = [
      {key: 'a', declared: 'x', value: 'x'},
      {key: 'b', declared: 'Haddad', value: 'Hadad'},
      {key: 'c', value: 'only on the document'},
      {key: 'd', declared: '1', value: '2'},
      {key: 'e', declared: 'y', value: 'y'},
    ];
    expect(
      fieldsInOrder(fields)
        .map(({key}) => key)
        .join(''),
    ).to.equal('dbace');
  });

  it('documents by sort_order; those without one last, as they came', () => {
    const documents = [
      {id: 'a'},
      {id: 'b', sort_order: 2},
      {id: 'c', sort_order: 1},
      {id: 'd', sort_order: null},
    ];
    expect(
      documentsInOrder(documents as unknown as Document[])
        .map(({id}) => id)
        .join(''),
    ).to.equal('cbad');
  });
});
