// What does a further party read of its own matter, and which acts does it do itself (处罚到人)?
import { spellFen, spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import type { Concern, ConcernLine, ConcernNow } from '../../model/own-matter/concern.ts'
import { openStageOf } from '../memory/agreed.ts'
import { surchargeCourse, surchargeOwed, windowsOf } from '../memory/owing.ts'
import { remembered } from '../memory/penalties.ts'
import { fineOf } from '../memory/person-fines.ts'
import { isOwing } from '../memory/surcharge.ts'
import type { PartyContext } from './party-context.ts'

const examined = text(
  '正在复核、审核，尚未作出决定',
  'What was said is being examined; nothing is decided yet',
)

const states: Record<string, Text> = {
  named: text('尚未告知', 'Not notified yet'),
  'serving-notice': text('告知书送达中', 'The notice is being served'),
  awaiting: text(
    '可以陈述、申辩（或者要求听证）',
    'You may state your defence, or ask for a hearing where one is offered',
  ),
  'preparing-hearing': text(
    '已要求听证，等待通知',
    'A hearing was asked for; you will be told when',
  ),
  hearing: text('等待举行听证', 'The hearing is to be held'),
  weighing: examined,
  'legal-review': examined,
  discussing: examined,
  deciding: examined,
  serving: text('已作出决定，决定书送达中', 'Decided; the decision is being served'),
  paying: text('待缴纳罚款', 'The fine is to be paid'),
  overdue: text('罚款逾期未缴', 'The fine is overdue'),
  'serving-demand': text('罚款逾期，催告书送达中', 'Overdue; the demand is being served'),
  demanded: text('已催告，请尽快缴纳', 'Demanded: pay as soon as you can'),
  'court-asked': text('已申请人民法院强制执行', 'The court was asked to enforce the fine'),
  'deferral-asked': text(
    '已申请延期（分期）缴纳，等待审批',
    'You have asked to pay later; it is to be decided',
  ),
  refunding: text(
    '罚款已缴清，多缴的款项待退还',
    'The fine is paid; what you have paid too much is to be returned',
  ),
  dropped: text('已撤销，不再追究', 'No longer pursued'),
  spared: text('不予处罚', 'Not punished'),
  performed: text('已办结', 'Done with'),
  paid: text('罚款已缴清', 'The fine is paid'),
  'given-up': text('执行已终结', 'Enforced no more'),
  relieved: text('无需再缴纳罚款', 'No more of the fine is to be paid'),
}

const line = (words: Text, value: Text): ConcernLine => ({ words, value })
const yuan = (amount: number): Text => text(`${spellYuan(amount)}元`, `${spellYuan(amount)} yuan`)

/** 处罚法 67, 72: what is still to be paid, with what lateness costs as of today. */
const owed = ({ context, today, law }: ConcernNow): ConcernLine[] => {
  const party = context as PartyContext | null
  if (!party || !isOwing(party) || party.decisionServedOn === null) return []
  const late = surchargeOwed(party, today, law)
  return [
    line(text('尚欠罚款', 'Still owed of the fine'), yuan(party.owed)),
    ...(late > 0
      ? [line(text('截至今日加处罚款', 'Surcharge as of today'), yuan(late))]
      : [line(text('逾期的后果', 'If it is paid late'), surchargeCourse(party, law))]),
  ]
}

/** 强制法 42: what is to be paid by when instead. */
const agreedStage = ({ context }: ConcernNow): ConcernLine[] => {
  const party = context as PartyContext | null
  const stage = party ? openStageOf(party) : null
  if (!party || !stage) return []
  const by = party.agreed?.stages[stage.nth - 1]?.by ?? ''
  const due = spellFen(stage.fineFen + stage.surchargeFen)
  return [
    line(
      text('执行协议', 'Agreement'),
      text(
        `第${stage.nth}期，${by}前（含当日）缴${due}元`,
        `Stage ${stage.nth}: ${due} yuan by ${by}`,
      ),
    ),
  ]
}

const pending = (isStayed: boolean): Text =>
  isStayed
    ? text('审理中，处罚决定停止执行', 'Pending; the penalty is stayed')
    : text(
        '审理中，期间不加处罚款，处罚决定不停止执行',
        'Pending: no surcharge grows meanwhile; the penalty is not stayed',
      )

/** 处罚法 48, 73: what has become of a remedy, also once the fine is paid. */
const sought = ({ nth, ofCase, context, forms }: ConcernNow): ConcernLine[] => {
  const served = fineOf(remembered(ofCase).fines, nth)
  if (!served) return []
  if (served.annulled)
    return [
      line(
        text('处罚决定', 'The penalty'),
        text(
          '已被撤销，不再执行，无需缴纳；已缴的退还',
          'Annulled: nothing is to be paid any more, and what was paid is returned',
        ),
      ),
    ]
  if (served.pendingSince !== null)
    return [
      line(
        text('行政复议、行政诉讼', 'Remedy'),
        pending((context as PartyContext | null)?.stayed === true),
      ),
    ]
  const { fine } = forms['decide-party-penalty'] ?? {}
  return typeof fine === 'number' && served.imposed !== fine
    ? [line(text('罚款已变更为', 'The fine was changed to'), yuan(served.imposed))]
    : []
}

/** 复议法 20, 行诉法 45, 46: what may still be sought, also once it is paid; after a judgment, and of what was annulled, nothing. */
const remedies = ({ nth, ofCase, forms, law }: ConcernNow): ConcernLine[] => {
  const served = forms['serve-party-decision']?.servedOn
  const { annulled, pendingSince, lastRemedy } = fineOf(remembered(ofCase).fines, nth) ?? {}
  if (typeof served !== 'string' || annulled || pendingSince != null) return []
  if (lastRemedy?.kind === 'litigation') return []
  const windows = windowsOf(
    { decisionServedOn: served, deferredTo: null, remedyDecidedOn: lastRemedy?.on ?? null },
    law,
  )
  if (windows === null) return []
  const until = (day: string): Text => text(`${day}前（含当日）`, `by ${day}`)
  const sues = line(
    text('提起行政诉讼', 'Bring an action at the court'),
    until(windows.litigation.due),
  )
  if (lastRemedy) return [sues]
  return [
    line(
      text('申请行政复议', 'Apply for administrative reconsideration'),
      until(windows.reconsideration.due),
    ),
    sues,
  ]
}

const read = (words: Text, fields: readonly string[]) => ({ words, fields })
const said = ['statement', 'papers']
const paid = ['amount', 'surcharge', 'paidOn', 'receiptNumber']

export const partyConcern: Concern = {
  telephone: 'mobile',
  acts: {
    'state-party-defence': {
      words: text('提交陈述、申辩', 'State your defence'),
      scope: 'general',
    },
    'request-party-hearing': { words: text('要求听证', 'Ask for a hearing'), scope: 'special' },
    'waive-party-rights': {
      words: text('放弃陈述、申辩和听证', 'Do without a statement and a hearing'),
      scope: 'special',
    },
    'apply-party-deferral': {
      words: text('申请延期（分期）缴纳罚款', 'Ask to pay the fine later, or in parts'),
      scope: 'general',
    },
  },
  states,
  reads: {
    'notify-party': read(text('告知您的内容', 'What you were told'), [
      'facts',
      'reasons',
      'basis',
      'penalties',
      'fine',
      'cause',
      'step',
      'departure',
    ]),
    'state-party-defence': read(text('您的陈述、申辩', 'Your defence'), said),
    'request-party-hearing': read(text('您的听证要求', 'The hearing that you asked for'), said),
    'waive-party-rights': read(text('您放弃权利的声明', 'What you did without'), said),
    'notify-party-hearing': read(text('听证安排', 'The hearing'), ['heldOn', 'place', 'chair']),
    'decide-party-penalty': read(text('处罚决定', 'The decision'), [
      'facts',
      'basis',
      'penalties',
      'fine',
      'departure',
      'performance',
    ]),
    'spare-party': read(text('不予处罚', 'Not punished'), ['ground', 'reason']),
    'apply-party-deferral': read(text('您的延期（分期）缴纳申请', 'What you asked for'), [
      'until',
      ...said,
    ]),
    'grant-party-deferral': read(text('已批准延期（分期）缴纳', 'You may pay later'), ['dueDate']),
    'refuse-party-deferral': read(text('未批准延期（分期）缴纳', 'A later payment was refused'), [
      'reason',
    ]),
    'demand-party': read(text('催告', 'The demand'), ['payment']),
    'record-party-instalment': read(text('分期缴款', 'An instalment'), paid),
    'record-party-payment': read(text('缴清罚款', 'The full payment'), paid),
    'return-party-surplus': read(text('退还多缴款项', 'What was returned'), [
      'refunded',
      'refundedOn',
    ]),
  },
  clocks: [
    'party-statement-window',
    'party-hearing-request',
    'party-payment',
    'party-later-payment',
    'party-demand',
  ],
  lines: (now) => [...owed(now), ...agreedStage(now), ...sought(now), ...remedies(now)],
}
