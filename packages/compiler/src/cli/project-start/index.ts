export type { StartAnswers, StartTexts } from './answers.ts';
export { askQuestions } from './ask-questions.ts';
export { readAnswers } from './read-answers.ts';
export { describeAnswers, startProject } from './start-project.ts';
export type { StartVocabulary } from './vocabulary.ts';
export { readStartVocabulary } from './vocabulary.ts';
