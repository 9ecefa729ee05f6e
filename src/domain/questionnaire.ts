import * as z from 'zod/mini';
import {finite, id, instant, maybe, openEnum, rowsOf, text} from './reading.js';

export const answerTypes = ['text', 'number', 'single_choice', 'multiple_choice'] as const;

export const answerSchema = z.object({
  question_id: id,
  question: text,
  type: openEnum(answerTypes),
  values: rowsOf(text),
});
export type Answer = z.output<typeof answerSchema>;

export const questionnaireSchema = z.object({
  id,
  title: text,
  submitted_at: maybe(instant),
  status: maybe(text),
  score: maybe(finite),
  /** In the order in which they were asked. */
  answers: rowsOf(answerSchema),
});
export type Questionnaire = z.output<typeof questionnaireSchema>;
