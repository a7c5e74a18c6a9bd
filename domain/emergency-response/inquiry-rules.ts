// Who may investigate an accident, take the investigation up, and hand in its report?
import { text } from '../language/words.ts'
import { levels } from '../law/calculations/emergency/levels.ts'
import { isCivilDate } from '../model/fields.ts'
import { every } from '../model/rule.ts'
import { daysBetween } from '../time/days.ts'
import { civilDate } from '../time/instant.ts'
import { type EmergencyRule, levelOfAuthor } from './context.ts'
import { accidentOf, figuresIn } from './event/figures.ts'
import { isForCounty } from './event/investigators.ts'
import { when } from './rule-parts.ts'

/** 493号 19、特设法 72: a county does not investigate what is the city’s. */
const investigatedByItsLevel: EmergencyRule = ({ context, event }) =>
  isForCounty(context) ||
  levelOfAuthor(event) === 'city' ||
  text(
    '较大以上事故、特种设备事故由市级以上组织调查',
    'A larger accident, or one of special equipment, is for the city or a higher level to investigate',
  )
const isReal = when(
  ({ drill }) => !drill,
  text('演练不进行事故调查', 'An exercise is not investigated'),
)
export const inquiryLawful = every(isReal, investigatedByItsLevel)

const begunByCounty = when(
  ({ inquiryBy }) => inquiryBy === 'county',
  text('市级调查组已经成立', 'The group of the city has been set up'),
)
const byCity: EmergencyRule = ({ event }) =>
  levelOfAuthor(event) === 'city' ||
  text('调查组已经成立；提级调查由市级决定', 'It is being investigated: only the city takes it up')

/** 493号 20: what a county has begun the city takes up with a group of its own. */
export const takenUpLawful = every(begunByCounty, byCity)

/** 493号 20: of what has become the city’s no group of the county hands in a report, and what was replied to one is not the end of it. */
export const notOutgrown: EmergencyRule = ({ context }) =>
  isForCounty(context) ||
  context.inquiryBy !== 'county' ||
  text(
    '事故等级已变化，应当由市级另行组织事故调查组；按其调查报告和批复办理',
    'The level has changed: the city sets up a group of its own, and its report and the reply to it count',
  )

/** 493号 20, 32: of what the city has taken up no county hands in a report or replies to one. */
const byItsLevel: EmergencyRule = ({ context, event }) =>
  context.inquiryBy !== 'city' ||
  levelOfAuthor(event) === 'city' ||
  text(
    '市级已经组织调查，由市级提交调查报告并批复',
    'The city investigates: it hands in the report and replies to it',
  )

export const ofInvestigator = every(notOutgrown, byItsLevel)

/** 493号 20: evaluated it was, and by what is known now it is a graver accident, which a higher level investigates with a group of its own. */
export const inquiryOutgrown: EmergencyRule = ({ context, event }) => {
  const now = accidentOf({ ...context.figures, ...figuresIn(event.data) }, context)
  return (
    (context.evaluated === true &&
      levels.indexOf(now.level) > levels.indexOf(context.accidentLevel)) ||
    text('事故等级没有变化', 'The level of the accident is what it was')
  )
}

const longestSupplement = 60

/** 493号 32: no norm counts these days, so whoever replies sets them; no more than a period of the law could be lengthened by (29). */
export const supplementLawful: EmergencyRule = ({ event: { at, data } }) => {
  if (data.dueDate === undefined) return true
  const today = civilDate(at)
  const last = isCivilDate(data.dueDate) ? daysBetween(today, data.dueDate) : 0
  return (
    (last > 0 && last <= longestSupplement) ||
    text(
      `补充调查期限应当在今日之后、${longestSupplement}日以内`,
      `It lies after today, and within ${longestSupplement} days`,
    )
  )
}
