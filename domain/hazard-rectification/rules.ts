// Who may not do what with a hazard, and what must be there before it goes on?

import { type Text, text } from '../language/words.ts'
import { returnsTo } from '../model/chart.ts'
import { answersEach, personIn } from '../model/event-reading.ts'
import type { Rule } from '../model/process.ts'
import { branch, every } from '../model/rule.ts'
import { closureDated, closureLawful } from './closure.ts'
import { handedInside, handedOutside } from './handing-over.ts'
import { type HazardRule, outcomesIn } from './memory/context.ts'
import {
  dueDateLawful,
  instructionLawful,
  serviceLawful,
  stopLawful,
  withinGovernance,
} from './memory/dates.ts'
import {
  extensionLawful,
  mayAskExtension,
  refusedAfterDate,
  refusedBeforeDate,
  unansweredAfterDate,
  unansweredBeforeDate,
} from './memory/extension.ts'
import {
  byLister,
  isListed,
  levelOf,
  listedByOwnLevel,
  listedBySame,
  notListed,
  returnsToLister,
  returnsToOrder,
} from './memory/listers.ts'
import {
  closureWasProposed,
  furtherMeasures,
  hazardGone,
  measuresImposed,
  nothingStopped,
  orderStands,
  powerCutLawful,
  powerNoticeLawful,
  stopKept,
} from './sanctions.ts'

/** Four eyes over the rectification: neither who ordered it nor who did it finds that it is done. */
const recheckedByAnother: HazardRule = (input) => {
  const person = personIn(input.event)
  if (person !== null && person === input.context.orderer)
    return text(
      '下达整改指令的人不得复查同一隐患',
      'Whoever issued the order may not re-check the same hazard',
    )
  return (
    person === null ||
    person !== input.context.rectifier ||
    text(
      '上报整改完成的人不得复查同一隐患',
      'Whoever reported the rectification may not re-check the same hazard',
    )
  )
}

/** Four eyes over what follows the re-check. */
const byAnotherThanRechecker =
  (refused: Text): HazardRule =>
  ({ context, event }) =>
    personIn(event) === null || personIn(event) !== context.rechecker || refused

const writtenOffByAnother = byAnotherThanRechecker(
  text('复查人不得核销同一隐患', 'Whoever re-checked the hazard may not write it off'),
)
const liftedByAnother = byAnotherThanRechecker(
  text('复查人不得解除停产停业', 'Whoever re-checked the hazard may not lift the stop'),
)
const resumeByAnother = byAnotherThanRechecker(
  text('复查人不得批准恢复生产', 'Whoever re-checked the hazard may not approve resumption'),
)

// ── grading ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A hazard without an enterprise has nobody who must rectify it. */
const enterpriseKnown: HazardRule = ({ context, event }) =>
  context.enterprise !== null ||
  event.data.grade === undefined ||
  typeof event.data.enterprise === 'string' ||
  text('请先查明责任企业', 'First find out which enterprise is responsible')

const criteriaAgree: HazardRule = ({ event }) =>
  event.data.grade !== 'general' ||
  !Array.isArray(event.data.criteria) ||
  event.data.criteria.length === 0 ||
  text(
    '已勾选重大隐患判定情形，应定为重大隐患',
    'A criterion of a major hazard is ticked: the grade must be major',
  )

const gradeLawful = every(enterpriseKnown, criteriaAgree)
const otherGrade = text('等级不符', 'Another grade')
const isMajor = ({ event }: Parameters<HazardRule>[0]) => event.data.grade === 'major'

const gradedGeneral = branch(gradeLawful, (input) => !isMajor(input), otherGrade)
const gradedMajor = branch(gradeLawful, isMajor, otherGrade)
const reportedByPublic: HazardRule = ({ context }) =>
  context.publicReport || text('并非公众举报', 'Not reported by the public')
const verifiedForPublic = every(gradeLawful, reportedByPublic)

const handedOutsideForPublic = every(handedOutside, reportedByPublic)

const withdrawnByReporter: HazardRule = (input) =>
  (input.event.by.kind === 'person' && personIn(input.event) === input.context.reporter) ||
  text('只有报告人本人可以撤回报告', 'Only the person who reported it may withdraw the report')

// ── listing, order ────────────────────────────────────────────────────────────────────────────────────────

const servedLater = ({ event }: Parameters<HazardRule>[0]) => event.data.service === 'later'
const atOnce = text('当场送达', 'Served on the spot')
const later = text('另行送达', 'Served later')

const listingLawful = every(dueDateLawful, listedByOwnLevel, listedBySame)
const listedAtOnce = branch(listingLawful, (input) => !servedLater(input), later)
const listedServedLater = branch(listingLawful, servedLater, atOnce)
const listedByCounty = branch(
  listingLawful,
  ({ event }) => event.data.level === 'county',
  text('并非县级挂牌', 'Not listed by a county'),
)
const orderedAtOnce = branch(dueDateLawful, (input) => !servedLater(input), later)
const orderServedLater = branch(dueDateLawful, servedLater, atOnce)

const delistedByLister = every(byLister, writtenOffByAnother)

// ── rectification and acceptance ────────────────────────────────────────────────────────────────────────────────────

const needsAcceptance = ({ context }: Parameters<HazardRule>[0]) =>
  isListed(context) || context.stopped

/** Every item of the order has an outcome, and no other. */
const itemsWhole: HazardRule = ({ context, event }) => {
  if (Object.keys(event.data).length === 0 || context.items.length === 0) return true
  return (
    answersEach(context.items, outcomesIn(event.data)) ||
    text('请对整改事项逐项填写', 'Give an outcome for every item of the order')
  )
}

const ordinaryReport = branch(
  itemsWhole,
  (input) => !needsAcceptance(input),
  text(
    '挂牌或者停产的隐患须申请验收',
    'A listed hazard, or one with production stopped, is applied for acceptance',
  ),
)
const acceptanceApplication: HazardRule = every(itemsWhole, (input) => {
  if (!needsAcceptance(input))
    return text('一般整改直接上报完成', 'An ordinary rectification is simply reported')
  return (
    !input.context.stopped ||
    input.event.data.description === undefined ||
    input.event.data.resume === true ||
    text(
      '停产的隐患须一并书面申请恢复生产',
      'With production stopped, apply in writing to resume it',
    )
  )
})

const allPassed: HazardRule = ({ event }) =>
  outcomesIn(event.data).every(({ passed }) => passed) ||
  text('尚有事项不合格', 'Some items have not passed')
const someFailed: HazardRule = ({ context, event }) =>
  context.items.length === 0 ||
  outcomesIn(event.data).length === 0 ||
  outcomesIn(event.data).some(({ passed }) => !passed) ||
  text('各项均合格，应作复查合格处理', 'Every item has passed: the re-check is passed')

const passed = every(recheckedByAnother, itemsWhole, allPassed)
const elsewhere = text('另一程序', 'Another way')
const passedStopped = branch(passed, ({ context }) => context.stopped, elsewhere)
const passedListed = branch(
  passed,
  ({ context }) => !context.stopped && isListed(context),
  elsewhere,
)
const passedOrdinary = branch(
  passed,
  ({ context }) => !context.stopped && !isListed(context),
  elsewhere,
)
const mayFailRecheck = every(
  recheckedByAnother,
  dueDateLawful,
  withinGovernance,
  itemsWhole,
  someFailed,
)

const resumedListed = branch(resumeByAnother, ({ context }) => isListed(context), elsewhere)
const resumedOrdinary = branch(resumeByAnother, ({ context }) => !isListed(context), elsewhere)

// ── supervision ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** [D] a second extension brings the city in. */
const secondExtension = branch(
  extensionLawful,
  ({ context }) => context.extensions > 0,
  text('首次延期', 'The first extension'),
)

/** 督办 at a level is ordered there or above. */
const raisedTo: HazardRule = ({ event }, params) => {
  const { level } = event.data
  if (level !== undefined && level !== params?.level)
    return text('督办层级不符', 'Another level of supervision')
  const order = ['county', 'city', 'province']
  const may =
    event.by.kind !== 'person' ||
    event.by.appointments.some(
      (held) => order.indexOf(levelOf(held.region)) >= order.indexOf(String(params?.level)),
    )
  return may || text('只能由本级或上级督办', 'Supervision is ordered at its own level or above')
}

export const rules = {
  recheckedByAnother,
  writtenOffByAnother,
  resumeLawful: resumeByAnother,
  resumedListed,
  resumedOrdinary,
  withdrawnByReporter,
  gradedGeneral,
  gradedMajor,
  verifiedForPublic,
  reportedByPublic,
  handedInside,
  handedOutside,
  handedOutsideForPublic,
  measuresLawful: every(stopLawful, stopKept),
  measuresImposed,
  furtherMeasuresLawful: every(recheckedByAnother, furtherMeasures),
  nothingStopped,
  stopMayBeLifted: every(hazardGone, liftedByAnother),
  listingLawful,
  notListed,
  returnsToOrder,
  returnsToLister,
  listedAtOnce,
  listedServedLater,
  listedByCounty,
  delistedByLister,
  dueDateLawful,
  orderedAtOnce,
  orderServedLater,
  serviceLawful,
  instructionLawful,
  mayAskExtension,
  refusedAfterDate,
  refusedBeforeDate,
  unansweredAfterDate,
  unansweredBeforeDate,
  extensionLawful,
  secondExtension,
  ordinaryReport,
  acceptanceApplication,
  passedStopped,
  passedListed,
  passedOrdinary,
  mayFailRecheck,
  orderStands,
  powerNoticeLawful,
  powerCutLawful,
  closureLawful,
  closureWasProposed: every(closureWasProposed, closureDated),
  raisedTo,
  returnsTo,
} satisfies Record<string, Rule<never>>
