import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkDigit, mrzText, td1, td3} from '../../demo/server/world/mrz.js';

const anna = {
  issuer: 'UTO',
  nationality: 'UTO',
  surname: 'Eriksson',
  given: 'Anna Maria',
  birth: '1974-08-12',
  sex: 'F',
  expires: '2012-04-15',
} as const;

describe('the machine-readable zone', () => {
  const digits = [
    ['520727', '3'],
    ['AB2134<<<', '5'],
    ['D23145890', '7'],
    ['740812', '2'],
    ['120415', '9'],
    ['HA672242<658022549601086<<<<<<<<<<<<<<0', '8'],
  ] as const;
  for (const [text, digit] of digits) {
    it(`has the check digit of ICAO Doc 9303 for ${text}`, () => assert.equal(checkDigit(text), digit));
  }

  it('writes the identity card of ICAO Doc 9303, part 5', () => {
    assert.deepEqual(td1({...anna, code: 'I', number: 'D23145890'}), [
      'I<UTOD231458907<<<<<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ]);
  });

  it('writes the passport of ICAO Doc 9303, part 4', () => {
    assert.deepEqual(td3({...anna, code: 'P', number: 'L898902C3', optional: 'ZE184226B'}), [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    ]);
  });

  it('keeps its length for the longest names and without a sex', () => {
    const long = {
      ...anna,
      sex: null,
      surname: 'Wolfeschlegelsteinhausenbergerdorff',
      given: 'Hubert Blaine',
      number: 'A1',
    };
    assert.deepEqual(
      td1({...long, code: 'I'}).map((line) => line.length),
      [30, 30, 30],
    );
    assert.deepEqual(
      td3({...long, code: 'P'}).map((line) => line.length),
      [44, 44],
    );
  });

  const texts = [
    ['Çağlar', 'CAGLAR'],
    ['Müller-Söhne', 'MUELLER<SOEHNE'],
    ['O’Brien', 'OBRIEN'],
    ['Øster Ærø', 'OESTER<AEROE'],
    ['Nguyễn Thị Bích', 'NGUYEN<THI<BICH'],
    ['Þórðardóttir', 'THORDARDOTTIR'],
    ['Wałęsa', 'WALESA'],
    ['Ilır', 'ILIR'],
  ] as const;
  for (const [latin, written] of texts) {
    it(`writes ${latin} as ${written}`, () => assert.equal(mrzText(latin), written));
  }

  it('refuses characters that it does not know', () => assert.throws(() => checkDigit('é'), RangeError));
});
