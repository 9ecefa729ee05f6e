import {expect} from '@open-wc/testing';
import {ApiProblem} from '../../src/api/api-problem.js';
import {fileUrl, linkUrl, normalizeApiBase, socketUrl} from '../../src/api/api-url.js';

const page = 'https://office.test/cases/7?tab=a';

describe('API base URL', () => {
  const good = [
    ['https://api.test', 'https://api.test/'],
    ['https://api.test/', 'https://api.test/'],
    ['https://api.test/v1', 'https://api.test/v1/'],
    ['https://api.test/v1/', 'https://api.test/v1/'],
    ['https://api.test:8443/v1', 'https://api.test:8443/v1/'],
    ['https://API.test/V1', 'https://api.test/V1/'],
    ['https://api.test/a/../b/./c', 'https://api.test/b/c/'],
    ['https://api.test/../../b', 'https://api.test/b/'],
    ['https://api.test./v1', 'https://api.test/v1/'],
    ['https://bücher.test/v1', 'https://xn--bcher-kva.test/v1/'],
    ['  https://api.test/v1 ', 'https://api.test/v1/'],
    ['/api', 'https://office.test/api/'],
    ['api', 'https://office.test/cases/api/'],
    ['//api.test/v1', 'https://api.test/v1/'],
    ['http://localhost', 'http://localhost/'],
    ['http://localhost:8080/api', 'http://localhost:8080/api/'],
    ['http://shop.localhost/api', 'http://shop.localhost/api/'],
    ['http://localhost./api', 'http://localhost/api/'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['http://127.9.9.9', 'http://127.9.9.9/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
  ] as const;
  for (const [value, expected] of good) {
    it(`AU-15 reads ${value} as ${expected}`, () => expect(normalizeApiBase(value, page)).to.equal(expected));
  }

  const bad = [
    '',
    '   ',
    'http://api.test/',
    'http://10.0.0.1/',
    'http://localhost.evil.test/',
    'http://evil-localhost/',
    'http://127.0.0.1.evil.test/',
    'http://128.0.0.1/',
    'https://me:secret@api.test/',
    'https://me@api.test/',
    'https://:secret@api.test/',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,hello',
    'blob:https://office.test/1',
    'file:///etc/passwd',
    'ftp://api.test/',
    'wss://api.test/',
    'https://',
    'https://api.test../',
    'https://api.test/?tenant=1',
    'https://api.test/#top',
    'https://[::1',
  ];
  for (const value of bad) {
    it(`AU-15 refuses ${JSON.stringify(value)}`, () => {
      try {
        normalizeApiBase(value, page);
        expect.fail('It was accepted.');
      } catch (error) {
        expect(error).to.be.instanceOf(ApiProblem).with.property('kind', 'configuration');
        expect((error as ApiProblem).message).not.to.contain('secret');
      }
    });
  }

  it('AU-15 refuses a relative base on an insecure page and one on a page without an address', () => {
    expect(() => normalizeApiBase('/api', 'http://office.test/')).to.throw(ApiProblem);
    expect(() => normalizeApiBase('/api', 'about:srcdoc')).to.throw(ApiProblem);
  });
});

describe('file URL', () => {
  const base = 'https://api.test/v1/';
  const inside = [
    ['files/1', 'https://api.test/v1/files/1'],
    ['/v1/files/1', 'https://api.test/v1/files/1'],
    ['https://api.test/v1/files/1?size=2', 'https://api.test/v1/files/1?size=2'],
    ['https://API.TEST:443/v1/files/1', 'https://api.test/v1/files/1'],
    ['files/1#page=2', 'https://api.test/v1/files/1'],
    ['files/a%20b', 'https://api.test/v1/files/a%20b'],
    ['files/a%2Fb', 'https://api.test/v1/files/a%2Fb'],
    ['files/../other/1', 'https://api.test/v1/other/1'],
    ['files/100%25', 'https://api.test/v1/files/100%25'],
  ] as const;
  for (const [url, expected] of inside) {
    it(`takes ${url}`, () => expect(fileUrl(base, url)).to.equal(expected));
  }

  const outside = [
    '',
    ' ',
    '/files/1',
    '../files/1',
    '%2e%2e/files/1',
    '.%2E/files/1',
    '..%2ffiles/1',
    'a/..%2f..%2ffiles',
    'a/..%5c..%5cfiles',
    '..%252ffiles',
    '%252e%252e%252ffiles',
    '%25252e%25252e%25252ffiles',
    '/v1',
    '/v11/files/1',
    '/V1/files/1',
    '//evil.test/v1/files/1',
    '\\\\evil.test\\v1\\files',
    'https://evil.test/v1/files/1',
    'https://api.test.evil.test/v1/files/1',
    'https://api.test@evil.test/v1/files/1',
    'https://me:secret@api.test/v1/files/1',
    'https://api.test:8443/v1/files/1',
    'http://api.test/v1/files/1',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'blob:https://api.test/v1/1',
    'https://[',
  ];
  for (const url of outside) {
    it(`AU-07 does not take ${JSON.stringify(url)}`, () => expect(fileUrl(base, url)).to.equal(undefined));
  }
});

describe('link URL', () => {
  const cases = [
    ['https://news.test/a', 'https://news.test/a'],
    ['/cases', 'https://office.test/cases'],
    ['?tab=b', 'https://office.test/cases/7?tab=b'],
    ['http://office.test/', undefined],
    ['http://news.test/', undefined],
    ['https://me:secret@news.test/', undefined],
    ['javascript:alert(1)', undefined],
    [' javascript:alert(1)', undefined],
    ['java\tscript:alert(1)', undefined],
    ['JAVASCRIPT:alert(1)', undefined],
    ['data:text/html,hello', undefined],
    ['vbscript:x', undefined],
    ['blob:https://office.test/1', undefined],
    ['mailto:a@b.test', undefined],
    ['', undefined],
  ] as const;
  for (const [url, expected] of cases) {
    it(`XS-03 leads ${JSON.stringify(url)} to ${expected ?? 'nowhere'}`, () => {
      expect(linkUrl(url, page)).to.equal(expected);
    });
  }

  it('XS-03 takes http on the page’s own origin alone', () => {
    expect(linkUrl('/cases', 'http://localhost:8080/')).to.equal('http://localhost:8080/cases');
    expect(linkUrl('http://localhost:9090/', 'http://localhost:8080/')).to.equal(undefined);
  });
});

describe('socket URL', () => {
  const cases = [
    ['wss://api.test/live', 'wss://api.test/live'],
    ['wss://api.test/live?x=1#y', 'wss://api.test/live?x=1'],
    ['ws://localhost:8080/live', 'ws://localhost:8080/live'],
    ['ws://127.0.0.1/live', 'ws://127.0.0.1/live'],
    ['ws://[::1]/live', 'ws://[::1]/live'],
    ['ws://api.test/live', undefined],
    ['ws://localhost.evil.test/live', undefined],
    ['https://api.test/live', undefined],
    ['wss://me:secret@api.test/live', undefined],
    ['/live', undefined],
    ['', undefined],
  ] as const;
  for (const [url, expected] of cases) {
    it(`RT-43 opens ${JSON.stringify(url)} ${expected ? '' : 'never'}`, () =>
      expect(socketUrl(url)).to.equal(expected));
  }
});
