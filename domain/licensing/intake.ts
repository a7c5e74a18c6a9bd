// What do the acts ask for by which an application is accepted, sent back for what is missing, refused, moved or withdrawn?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { type ActDeclaration, act, clockAct } from '../model/act.ts'
import { field } from '../model/field.ts'
import { itemAnswers } from '../model/fields.ts'
import type { Field } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { enterprise } from '../organisation/addresses.ts'
import { isRegion, type Region } from '../organisation/regions.ts'
import { clerk, sectionChief } from './addresses.ts'
import { documentOf, itemsAnswered, remedies, wantedItems } from './fields.ts'
import { authorities, type Proposal } from './jurisdiction.ts'

const onlyIncomplete = [{ ground: ['incomplete'] }] as const

/** What came without a file may still have come on paper, so it is said and not judged. */
const unsent = (names: string[]): Pick<Field, 'hint'> =>
  names.length === 0
    ? {}
    : {
        hint: text(
          `申请时未上传：${names.join('、')}`,
          `Not uploaded with the application: ${names.join(', ')}`,
        ),
      }

/** The notice begins with what is known to be missing; whoever looks through the rest adds what is not in order. */
const listed = (names: string[]): Partial<Field> =>
  names.length === 0 ? {} : { ...unsent(names), value: names.join('\n') }

const accept = ({ missing }: Intake) =>
  act({
    words: text('受理', 'Accept'),
    party: text(
      '申请已受理（{document}），正在审查。',
      'The application is accepted ({document}) and under review.',
    ),
    fields: {
      checklist: field
        .items('申请材料核对', 'Checklist of the papers')
        .accepting(v.pipe(itemAnswers, v.minLength(1)))
        .with({
          choices: {
            passed: text('齐全、符合法定形式', 'Received and in order'),
            failed: text('缺少或者不符合', 'Missing or not in order'),
          },
          attached: text('窗口收到的材料', 'Papers that came by the window'),
        })
        .perCase((record) => ({
          items: record.snapshot.context.necessary as string[],
          ...unsent(missing(record)),
        })),
      document: documentOf('accept').shownTo('party'),
      opinion: field.opinion(),
    },
    notify: enterprise,
  })

const deemAccepted = ({ organ }: Intake) =>
  clockAct(
    '逾期未告知，视为受理',
    'No decision: deemed accepted',
    text(
      `${organ}五个工作日内未告知补正，自收到申请材料之日起即为受理（《行政许可法》第三十二条）。`,
      'The authority was silent for five working days: accepted from the day of receipt (Licensing Law art. 32).',
    ),
  )

const requireSupplement = ({ missing }: Intake) =>
  act({
    words: text('一次告知补正', 'Tell everything missing, once'),
    party: text(
      '申请材料须补正（{document}），请逐项答复。',
      'The application is incomplete ({document}): please answer each item.',
    ),
    fields: {
      items: wantedItems('须补正的全部内容', 'Everything that is missing').perCase((record) =>
        listed(missing(record)),
      ),
      explanation: field.longText('说明', 'Explanation').optional().shownTo('party'),
      document: documentOf('require-supplement').shownTo('party'),
      opinion: field.opinion(),
    },
    consequence: {
      effect: text(
        '须补正的内容只能告知这一次，请一次列全。',
        'This can be told once only: list everything.',
      ),
      article: '《行政许可法》第三十二条第一款第四项',
    },
    notify: enterprise,
  })

const supplement = act({
  words: text('提交补正材料', 'Supply what is missing'),
  party: text('补正材料已收到。', 'What was missing has been received.'),
  fields: {
    answers: itemsAnswered(
      '逐项补正',
      'Item by item',
      text('已补正', 'Supplied'),
      text('不能补正', 'Cannot supply'),
    ),
  },
})

const endSupplement = act({
  words: text('逾期未补正，恢复受理审核', 'Not supplied: judge it as it is'),
  party: text(
    '未在合理期限内补正，窗口将按现有材料决定是否受理。',
    'Nothing was supplied in time: the window judges the application as it is.',
  ),
  fields: { reason: field.longText('情况说明', 'What has happened', 1000).shownTo('party') },
  by: [clerk, sectionChief],
  notify: [...enterprise, clerk],
})

const refuseAcceptance = ({ notNeeded, ends }: Intake) => {
  const grounds = {
    'not-needed': notNeeded,
    'not-competent': text('不属于本机关职权范围', 'Another organ is competent'),
    incomplete: text('经告知仍未补正齐全', 'Still incomplete after it was told'),
    'false-material': text('隐瞒情况或者提供虚假材料', 'Facts hidden or material false'),
  }
  return act({
    words: text('不予受理', 'Refuse acceptance'),
    party: text('申请不予受理（{document}）。', 'The application is not accepted ({document}).'),
    fields: {
      ground: field.choice(grounds, '情形', 'Ground').shownTo('party'),
      missing: wantedItems('告知后仍未补正的内容', 'What was told and has still not come')
        .optional()
        .with({ where: onlyIncomplete, needed: onlyIncomplete })
        .perCase(({ snapshot }) => ({
          value: (snapshot.context.requestedItems as string[]).join('\n'),
        })),
      reasons: field.longText('理由', 'Reasons', 4000).shownTo('party'),
      remedies,
      document: documentOf('refuse-acceptance').shownTo('party'),
      opinion: field.opinion(),
    },
    consequence: {
      effect: text(
        `${ends.zh}；提供虚假材料的，一年内不得再次申请。`,
        `${ends.en}; with false material there is no new one for a year.`,
      ),
      article: '《行政许可法》第三十二条、第七十八条',
    },
    notify: enterprise,
  })
}

/** The form says what the product proposes, and why; a person may know better. */
const proposal = ({ proposed }: Intake, record: CaseRecord): Partial<Field> => {
  const county = String(record.snapshot.context.county)
  if (!isRegion(county)) return {}
  const { reason } = proposed(county, record)
  const near = Object.entries(authorities).filter(([code]) => code === county || code === '330800')
  return {
    hint: text(`系统建议：${reason.zh}`, `Proposed: ${reason.en}`),
    choices: Object.fromEntries(near),
  }
}

const correctJurisdiction = (intake: Intake) =>
  act({
    ...intake.correct,
    fields: {
      to: field
        .choice(authorities, '移交至', 'To')
        .perCase((record) => proposal(intake, record))
        .shownTo('party'),
      reason: field.longText('理由', 'Reason', 1000).shownTo('party'),
    },
    by: [clerk, sectionChief],
    moves: ({ to }) => (typeof to === 'string' ? { region: to } : {}),
    notify: [...enterprise, clerk],
  })

const withdraw = ({ withdrawn }: Intake) =>
  act({
    words: text('撤回申请', 'Withdraw the application'),
    party: withdrawn,
    fields: { reason: field.longText('撤回理由', 'Reason', 1000).shownTo('party') },
    by: enterprise,
  })

/** What differs from one kind of licence to the other. */
export type Intake = {
  /** Who decides, in the words of its law. */
  organ: string
  /** 许可法 32(1) in its words. */
  notNeeded: Text
  /** What the refusal and the withdrawal of an application bring about. */
  ends: Text
  withdrawn: Text
  correct: Pick<ActDeclaration, 'words' | 'party'>
  /** The papers that the application in hand needs and that came without a file. Total. */
  missing: (record: CaseRecord) => string[]
  /** The authority that the law names for this case in its county. Total. */
  proposed: (county: Region, record: CaseRecord) => Proposal
}

/** 许可法 32: accepted, sent back once with everything missing, or refused; silence accepts. */
export const intakeOf = (intake: Intake) => ({
  accept: accept(intake),
  'deem-accepted': deemAccepted(intake),
  'require-supplement': requireSupplement(intake),
  supplement,
  'end-supplement': endSupplement,
  'refuse-acceptance': refuseAcceptance(intake),
  'correct-jurisdiction': correctJurisdiction(intake),
  withdraw: withdraw(intake),
})
