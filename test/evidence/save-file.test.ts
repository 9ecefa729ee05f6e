import {expect} from '@open-wc/testing';
import {fileName, savedType} from '../../src/evidence/save-file.js';

const names = [
  ['document-1', 'front', 'f-1'],
  ['../../etc', 'front', 'passwd'],
  ['audit\u202efdp.exe', 'con', '.htaccess'],
  ['a\r\nb\0c', '=cmd', 'x'.repeat(400)],
  ['', '', ''],
  ['الوثيقة', 'صفحة', '١'],
] as const;

describe('saving a file', () => {
  for (const parts of names) {
    it(`XS-06 makes a plain name of ${JSON.stringify(parts).slice(0, 40)}`, () =>
      expect(fileName(parts, 'png')).to.match(/^[a-z0-9-]{1,80}\.png$/));
  }

  it('XS-07 keeps a type only where the bytes are of that type', () => {
    expect(savedType({kind: 'unsupported'}).type).to.equal('application/octet-stream');
    expect(savedType({kind: 'pdf'}).type).to.equal('application/pdf');
    expect(savedType({kind: 'damaged', type: 'image/jpeg'})).to.deep.equal({
      type: 'image/jpeg',
      extension: 'jpg',
    });
  });
});
