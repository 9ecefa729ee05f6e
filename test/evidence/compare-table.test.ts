import {expect, html} from '@open-wc/testing';
import type {CompareRow, CompareTable} from '../../src/evidence/compare-table.js';
import {statusOf} from '../../src/ui/status.js';
import {allOf, buttonNamed, isAccessible, leave, mount, oneOf, textOf} from '../support/harness.js';

const surname: CompareRow = {
  key: 'surname',
  label: 'Surname',
  left: 'Haddad',
  right: 'HADAD',
  sign: statusOf('agreement', 'nearly'),
  stands: 'close',
  deduction: 25,
  confidence: 0.82,
  framed: true,
};
const address: CompareRow = {
  key: 'address',
  label: 'Address',
  left: 'Tunis',
  right: 'Sfax',
  sign: statusOf('agreement', 'differs'),
  stands: 'differing',
  framed: true,
};
const expires: CompareRow = {
  key: 'expires',
  label: 'Expires',
  left: undefined,
  noLeft: 'Not asked',
  right: '2029',
  sign: statusOf('agreement', 'not-declared'),
  stands: 'quiet',
};

const table = (rows: readonly CompareRow[]) => html`
  <kyc-compare-table
    .rows=${rows}
    .caption=${'Declared beside extracted values'}
    .leftTitle=${'Declared'}
    .rightTitle=${'On the document'}
    .withConfidence=${true}
  ></kyc-compare-table>
`;
const drawn = async (rows: readonly CompareRow[], options = {}): Promise<CompareTable> => {
  const {part} = await mount<CompareTable>({}, () => table(rows), options);
  await part.updateComplete;
  return part;
};
const names = (part: CompareTable): readonly string[] => allOf(part, 'tbody th').map(textOf);

describe('compare table', () => {
  afterEach(leave);

  it('puts the sign between the values and the deduction behind it', async () => {
    const part = await drawn([surname]);
    const cells = allOf(part, 'tbody tr > *').map(textOf);
    expect(cells[0]).to.equal('Surname');
    expect(cells[1]?.replaceAll(' ', '')).to.equal('Haddad');
    expect(cells[2]).to.contain('Nearly');
    expect(cells[2]).to.contain('−25').and.contain('25 points deducted');
    expect(cells[4]).to.contain('82');
  });

  it('underlines what differs in both values', async () => {
    const part = await drawn([address]);
    expect(allOf(part, '.odd').map(textOf)).to.deep.equal(['Tunis', 'Sfax']);
  });

  it('does not show what is missing as differing', async () => {
    const part = await drawn([expires]);
    expect(textOf(part)).to.contain('Not asked').and.contain('Not declared');
    expect(allOf(part, '.is-differing, .odd')).to.be.empty;
  });

  it('keeps its rows in place while the focus is inside, and sorts them afterwards', async () => {
    const part = await drawn([surname, address]);
    buttonNamed(part, 'Address').focus();
    part.rows = [{...address, right: 'SFAX'}, surname, expires];
    await part.updateComplete;
    expect(names(part)).to.deep.equal(['Surname', 'Address', 'Expires']);
    expect(part.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Address');
    buttonNamed(part, 'Address').blur();
    part.rows = [address, surname, expires];
    await part.updateComplete;
    expect(names(part)).to.deep.equal(['Address', 'Surname', 'Expires']);
  });

  it('says which field the reviewer turned to, once', async () => {
    const part = await drawn([surname, address, expires]);
    const turned: string[] = [];
    part.addEventListener('row-focus', (event) => {
      part.chosen = event.key;
      turned.push(part.chosen);
    });
    buttonNamed(part, 'Address').focus();
    buttonNamed(part, 'Address').click();
    await part.updateComplete;
    expect(turned).to.deep.equal(['address']);
    expect(buttonNamed(part, 'Address').getAttribute('aria-pressed')).to.equal('true');
  });

  it('offers no button where no place on the image is known', async () => {
    const part = await drawn([expires]);
    expect(allOf(part, 'button')).to.be.empty;
  });

  it('XS-11 shows a character that turns the text around', async () => {
    const part = await drawn([{...address, left: 'Tunis\u202e'}]);
    expect(oneOf(part, '.invisible').getAttribute('data-code')).to.equal('U+202E');
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 1280] as const) {
      it(`AX-01 is accessible ${theme} at ${width}`, async () => {
        await isAccessible(await drawn([address, surname, expires], {theme, width}));
      });
    }
  }
});
