import {expect} from '@open-wc/testing';
import {ageOn, formatsFor} from '../../src/ui/format.js';

const en = formatsFor('en-GB');

describe('formatsFor', () => {
  const dates = [
    ['2025-11-02', '2 Nov 2025'],
    ['1991-05-02', '2 May 1991'],
    ['0099-01-01', '1 Jan 99'],
    ['2024-02-29', '29 Feb 2024'],
    ['2025-02-29', '2025-02-29'],
    ['2025-13-01', '2025-13-01'],
    ['0000-01-01', '0000-01-01'],
    ['02.05.1991', '02.05.1991'],
    ['', ''],
  ] as const;
  for (const [value, shown] of dates) {
    it(`XS-18 writes the date "${value}" as "${shown}"`, () => expect(en.date(value)).to.equal(shown));
  }

  const noMoments = [
    '2016-12-31T23:59:60Z',
    '2025-11-12T10:40:00',
    '2025-11-12 10:40',
    '+275760-09-13T00:00:00Z',
    'yesterday',
    'Invalid Date',
    '',
    '1762940400',
  ];
  for (const value of noMoments) {
    it(`XS-18 shows "${value}" as it came, because it names no moment`, () => {
      expect(en.dateTime(value)).to.equal(value);
      expect(en.exact(value)).to.equal(value);
      expect(en.time(value)).to.equal(value);
    });
  }

  it('XS-18 reads moments with any offset, in any year', () => {
    for (const value of [
      '2025-11-12T10:40:00Z',
      '2025-11-12T10:40+03:00',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59.999Z',
    ]) {
      expect(en.dateTime(value)).not.to.equal(value);
      expect(en.dateTime(value)).not.to.contain('Invalid');
    }
  });

  it('says the offset from UTC of a moment', () => {
    expect(en.exact('2025-11-12T10:40:05Z')).to.match(/GMT|UTC/);
  });

  it('XS-18 moves no plain date into another day or calendar', () => {
    for (const locale of ['en-US', 'ar-SA', 'fa-IR', 'th-TH', 'ja-JP-u-ca-japanese', 'ar']) {
      const shown = formatsFor(locale).date('1991-05-02');
      expect(shown, locale).to.match(/1991|١٩٩١|۱۹۹۱/u);
      expect(shown, locale).to.match(/\b0?2\b|٢|۲|02/u);
    }
  });

  it('XS-19 throws for no locale and no country', () => {
    for (const locale of ['', 'xx', 'zz-ZZ', 'en-US-u-nu-none', 'not a locale', '__proto__', 'en@posix']) {
      expect(formatsFor(locale).date('2025-11-02'), locale).to.contain('2025');
    }
    for (const code of ['XX', 'xk', 'TUN', '', '1', 'constructor', 'Tunisia', '\u0000']) {
      expect(() => en.country(code), code).not.to.throw();
    }
    expect(en.country('TUN')).to.equal('TUN');
    expect(en.country('tn')).to.equal('Tunisia');
    expect(formatsFor('ar').country('TN')).to.equal('تونس');
    expect(en.language('nonsense!')).to.equal('nonsense!');
  });

  const amounts = [
    ['48200', 'EUR', '48,200.00'],
    ['0.4180', 'BTC', '0.4180'],
    ['12640.5', 'EUR', '12,640.50'],
    ['900', 'JPY', '900'],
    ['2500.00', 'USDC', '2,500.00'],
    [
      '123456789012345678901234567890.123456789012345678',
      undefined,
      '123,456,789,012,345,678,901,234,567,890.123456789012345678',
    ],
    ['9007199254740993', undefined, '9,007,199,254,740,993'],
    ['-5', 'EUR', '−5.00'],
    ['1e400', 'EUR', '1e400'],
    ['NaN', 'EUR', 'NaN'],
    ['12,5', 'EUR', '12,5'],
    ['', 'EUR', ''],
  ] as const;
  for (const [value, currency, shown] of amounts) {
    it(`XS-17 writes the amount ${value} ${currency ?? ''} as ${shown}`, () => {
      expect(en.amount(value, currency)).to.equal(shown);
    });
  }

  it('writes shares, sizes and lengths', () => {
    expect(en.percent(0.82)).to.equal('82%');
    expect(en.bytes(512)).to.equal('512 byte');
    expect(en.bytes(4_100_000)).to.equal('4.1 MB');
    expect(formatsFor('en').duration(11 * 60)).to.equal('11 min');
    expect(formatsFor('en').duration(42)).to.equal('42 sec');
    expect(formatsFor('en').duration(3900)).to.equal('1 hr 5 min');
    expect(en.duration(NaN)).to.equal('NaN');
    expect(en.list(['EU', 'UN', 'OFAC'])).to.equal('EU, UN and OFAC');
  });
});

describe('ageOn', () => {
  const today = new Date(2025, 10, 12);
  const cases = [
    ['1991-05-02', 34],
    ['1991-11-12', 34],
    ['1991-11-13', 33],
    ['2026-01-01', undefined],
    ['1700-01-01', undefined],
    ['1991', undefined],
  ] as const;
  for (const [born, years] of cases) {
    it(`is ${years} for ${born}`, () => expect(ageOn(born, today)).to.equal(years));
  }
});
