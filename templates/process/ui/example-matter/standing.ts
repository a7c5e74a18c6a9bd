// Where does this matter stand, in a few lines drawn from what the case page says already?
import {
  happened,
  type Items,
  type Line,
  type Standing,
  whileRunning,
} from '../../../../ui/record/standing-lines.ts'
import { exampleMatterWords as w } from './words.ts'

export const standingOf = (one: Standing, items: Items): Line[] =>
  happened(items, 'answer')
    ? [{ label: w.answer, value: w.answered }]
    : whileRunning(one, ['answer'], w.answer, w.answerBy)
