import type {WordBook} from './words.js';

/** The words of a verification's documents and biometric tabs. */
const en = {
  'papers.label': 'Documents of this verification',
  'papers.none': 'No documents',
  'papers.none-why': 'The subject has not sent any yet. They appear here by themselves.',
  'papers.not-asked': 'This verification does not ask for documents.',
  'papers.front-and-back': 'front and back',
  'papers.files': {one: '{n} image', other: '{n} images'},
  'papers.pages': {one: '{n} page', other: '{n} pages'},
  'papers.read': 'Declared and read',
  'papers.nothing-compared': 'Nothing compared',
  'papers.nearly': {one: '{n} nearly agrees', other: '{n} nearly agree'},
  'papers.no-score': 'no score',
  'papers.no-score-yet': 'This document has not been scored.',
  'papers.score-covered': 'score covered',
  'papers.covered': 'Covered until you have judged the face',
  'papers.covered-why':
    'Scores and whatever speaks of the face are shown once your own judgement is stored. You give it under Biometric.',
  'papers.weights': 'The weights are those that applied when the score was made.',
  'papers.no-deductions': 'Nothing was deducted.',
  'papers.not-explained':
    'The server’s score. What was deducted, as far as it is known, does not add up to it.',
  'papers.clipped': 'Computed {raw}, shown as {shown}.',
  'cost.face': 'face',
  'cost.name': 'name',
  'cost.dob': 'date of birth',
  'cost.address': 'address',
  'cost.gender': 'gender',
  'cost.nationality': 'nationality',
  'face.none': 'No biometric check',
  'face.none-why': 'The subject has not done it yet. It appears here by itself.',
  'face.not-asked': 'This verification does not ask for one.',
  'face.pictures': 'Faces',
  'face.no-selfie': 'No selfie',
  'face.no-portrait': 'No portrait on a document',
  'face.match': 'Face match',
  'face.liveness': 'Liveness',
  'face.no-score': 'No score',
  'face.unreadable': 'Came in a form that cannot be read',
  'face.machine-same': 'Same person, by machine',
  'face.machine-different': 'Different person, by machine',
  'face.alike': 'Both images are shown at the same size. A machine can be wrong in both directions.',
  'face.covered': 'Score and verdict are covered',
  'face.covered-why': 'They are shown once your own judgement is stored. You are asked once.',
  'face.question': 'Is it the same person? (nothing is chosen for you)',
  'face.same': 'Same',
  'face.different': 'Different',
  'face.unsure': 'Can’t tell',
  'face.yours': 'Your judgement',
  'face.yours-same': 'Same person',
  'face.yours-different': 'Different person',
  'face.yours-unsure': 'Can’t tell',
  'face.stored': 'Your judgement is stored.',
} as const;

export type EvidenceWordKey = keyof typeof en;

export const evidenceWords = {
  en,
  ar: async () => (await import('./evidence-words-ar.js')).ar,
} as const satisfies WordBook;
