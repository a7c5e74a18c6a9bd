// Which documents does a project go through, which act issues or brings each of them, and what do those of its own say?

import { letter, say, signedBy, table } from '../documents/wording.ts'
import { type Text, text } from '../language/words.ts'
import { applicant, reasoned, sheet } from '../licensing/document-parts.ts'
import { licensingDocuments } from '../licensing/documents.ts'
import { isJoint } from '../licensing/joint-rules.ts'
import { licensingDocumentWords } from '../licensing/words.ts'
import type { DocumentDefinition, Said } from '../model/document.ts'
import { missingPapers } from './applications.ts'

const receipt = text('申请材料接收凭证', 'Receipt of the application')

export const documents = {
  'apply-conditions': receipt,
  'apply-design': receipt,
  'apply-change': text('变更设计审查申请材料接收凭证', 'Receipt of the application for the change'),
  'apply-completion': receipt,
  ...licensingDocumentWords,
  'pass-conditions': text(
    '建设项目安全条件审查意见书',
    'Opinion on the safety conditions of the project',
  ),
  'refuse-conditions': text(
    '建设项目安全条件审查意见书（不予通过）',
    'Opinion on the safety conditions of the project (not passed)',
  ),
  'approve-design': text(
    '建设项目安全设施设计审查意见书',
    'Opinion on the design of the safety facilities',
  ),
  'refuse-design': text('不予批准决定书', 'Decision not to approve'),
  'pass-completion': text(
    '建设项目安全设施竣工验收意见书',
    'Opinion on the completion of the safety facilities',
  ),
  'refuse-completion': text('竣工验收不予通过意见书', 'Opinion on the completion (not passed)'),
  'declare-void': text('安全条件审查意见书失效告知书', 'Notice that the opinion is void'),
  'annul-approval': text('撤销行政许可决定书', 'Decision to annul'),
  'confirm-filing': text('试生产（使用）方案备案告知书', 'Notice that the trial plan is filed'),
  'report-completion': text(
    '安全设施竣工验收报告',
    'Report on the acceptance of the safety facilities',
  ),
  'spot-check-passed': text('监督核查记录', 'Record of the spot check'),
} as const satisfies Record<string, Text>

const law = '《中华人民共和国安全生产法》第三十一条至第三十四条'
const project = ['name', 'kind', 'nature', 'site', 'scale']
const matters: Record<string, string> = {
  conditions: '安全条件审查',
  design: '安全设施设计审查',
  change: '安全设施变更设计审查',
  completion: '安全设施竣工验收',
}

/** Of an application supplied later the day on which it was made; cases of earlier days remember only that of the supplement. */
const appliedOn = (said: Said): string => said.kept('appliedOn') || said.kept('receivedOn')
const matter = ({ record }: Said): string =>
  matters[String(record.snapshot.context.phase)] ?? '审查'
const applied = (said: Said): string =>
  `你单位于${appliedOn(said)}提出的${said.value('name', 'register')}${matter(said)}申请（受理编号：${said.record.number}）`

/** Which period of decision runs for the application in hand. */
const review = ({ record }: Said): string => {
  const { phase, kind } = record.snapshot.context
  if (isJoint(record.snapshot.context)) return 'joint-decision'
  if (phase === 'conditions') return 'condition-review'
  const clock = phase === 'completion' ? 'completion-decision' : 'design-review'
  return kind === 'hazchem' ? `hazchem-${clock}` : clock
}

/** 许可法 45, and of a hazchem project by 令45 the builder's rework, except at its completion; the site check is counted. */
const notCounted = ({ record }: Said): string =>
  record.snapshot.context.kind === 'hazchem' && record.snapshot.context.phase !== 'completion'
    ? '听证、专家评审和你单位整改'
    : '听证、专家评审'

/** What every licence goes through, for each application of the project; its decisions are its own. */
const shared = licensingDocuments({
  matter: '建设项目安全设施“三同时”审查',
  subject: (said) => `${said.value('name', 'register')}${matter(said)}`,
  word: '三同',
  law,
  application: project,
  start: 'register',
  applies: ['apply-conditions', 'apply-design', 'apply-change', 'apply-completion'],
  review,
  notCounted,
  missing: missingPapers,
  applied,
}).filter(({ id }) => id !== 'grant' && id !== 'refuse')

type Decision = keyof typeof documents & `${string}-${'conditions' | 'design' | 'completion'}`

const approval = (id: Decision, word: string, decides: string): DocumentDefinition =>
  letter(
    id,
    documents[id],
    `三同${word}`,
    (said) => ({
      blocks: [
        say(
          `${applied(said)}，经审查，符合法定条件、标准。根据${law}和《中华人民共和国行政许可法》第三十八条第一款的规定，${decides}`,
        ),
        table(said.rows(project, 'register')),
      ],
    }),
    { servedBy: ['serve-approval'] },
  )

const refusal = (id: Decision, word: string, decides: string): DocumentDefinition =>
  letter(
    id,
    documents[id],
    `三同${word}`,
    (said) => ({
      blocks: reasoned(
        said,
        `${applied(said)}，经审查，不符合法定条件、标准。根据《中华人民共和国行政许可法》第三十八条第二款的规定，${decides}`,
        'reasons',
        say('你单位整改后可以重新申请。'),
      ),
    }),
    { servedBy: ['serve-refusal'] },
  )

const decisions: DocumentDefinition[] = [
  approval('pass-conditions', '条', '通过安全条件审查。本意见书自出具之日起有效期两年。'),
  refusal('refuse-conditions', '不条', '安全条件审查不予通过。'),
  approval('approve-design', '设', '批准安全设施设计。未经重新审查，不得擅自作重大变更。'),
  refusal('refuse-design', '不设', '安全设施设计不予批准，不得据以施工。'),
  approval('pass-completion', '验', '通过安全设施竣工验收，可以投入生产和使用。'),
  refusal('refuse-completion', '不验', '安全设施竣工验收不予通过，不得投入生产和使用。'),
]

const ofTheWay: DocumentDefinition[] = [
  letter('declare-void', documents['declare-void'], '三同失', (said) => ({
    blocks: [
      say(`${said.value('name', 'register')}的安全条件审查意见书已失效，请重新申请安全条件审查。`),
      say(`理由：${said.value('reason')}`),
    ],
  })),
  letter('annul-approval', documents['annul-approval'], '三同撤', (said) => ({
    blocks: reasoned(
      said,
      `${said.value('name', 'register')}的审查意见，因${said.value('ground')}，根据《中华人民共和国行政许可法》第六十九条的规定，予以撤销。`,
    ),
  })),
  letter('confirm-filing', documents['confirm-filing'], '三同备', (said) => ({
    blocks: [say(`${said.value('name', 'register')}的试生产（使用）方案已予备案。`)],
  })),
  sheet({
    id: 'spot-check-passed',
    words: documents['spot-check-passed'],
    on: ['spot-check-passed'],
    form: 'record',
    word: '三同监',
    audience: 'internal',
    says: (said) => ({
      blocks: [
        table(applicant(said), said.rows(project, 'register'), [
          '核查情况',
          said.value('findings'),
        ]),
      ],
      hands: [signedBy('核查人员（签名）', said)],
    }),
  }),
]

export const declared: DocumentDefinition[] = [...shared, ...decisions, ...ofTheWay]
