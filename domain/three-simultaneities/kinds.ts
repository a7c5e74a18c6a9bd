// Which kinds of project are there, and which reviews does the law ask of each?
import { type Text, text } from '../language/words.ts'
import { isInForceOn } from '../law/rule-book.ts'

/** 安全法 31–34: the first four are reviewed; the builder of any other keeps the papers for inspection (令36 第十六、二十四条, text to be confirmed). */
export const kinds = {
  hazchem: text('危险化学品生产、储存建设项目', 'Hazardous chemicals, production or storage'),
  mine: text('非煤矿山建设项目', 'Mine'),
  smelting: text('金属冶炼建设项目', 'Metal smelting'),
  hazardous: text('生产、储存、装卸其他危险物品的建设项目', 'Other dangerous goods'),
  other: text('其他建设项目', 'Any other project'),
} as const satisfies Record<string, Text>

export type Kind = keyof typeof kinds

export const kindOf = (value: unknown): Kind =>
  typeof value === 'string' && Object.hasOwn(kinds, value) ? (value as Kind) : 'other'

/** Whether the authority reviews the design at all. */
export const isReviewed = (kind: Kind): boolean => kind !== 'other'

/** Until 2015 the authority itself decided on the completion; since then the builder organises the acceptance. The norm of the day counts. */
export const bureauAcceptsOn = (kind: Kind, on: string): boolean =>
  isReviewed(kind) &&
  isInForceOn(
    `three-simultaneities.${kind === 'hazchem' ? 'hazchem-completion-decision' : 'completion-decision'}`,
    on,
  )

/** 令45, until 令79 (2015-07-01): the trial production of a hazchem project was filed beforehand. */
export const isTrialFiledOn = (kind: Kind, on: string): boolean =>
  kind === 'hazchem' && isInForceOn('three-simultaneities.hazchem-completion-decision', on)

/** The families of the rule book that bound a trial run. */
export const trialRules = (kind: Kind): { min: string; max: string } =>
  kind === 'hazchem'
    ? {
        min: 'three-simultaneities.hazchem-trial-run-min',
        max: 'three-simultaneities.hazchem-trial-run-max',
      }
    : { min: 'three-simultaneities.trial-run-min', max: 'three-simultaneities.trial-run-max' }
