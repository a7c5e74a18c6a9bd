// What do the papers of a measure say: its notice or decision, the list of the things, what becomes of them, and its end?
import { clause, letter, paragraph, remedies, table, today } from '../../documents/wording.ts'
import type { DocumentDefinition, DocumentSource } from '../../model/document.ts'
import { documentWords } from '../acts/document-words.ts'
import { partyName, penaltyLaw, theCase } from '../papers/parts.ts'

const ofMeasure = { item: 'measure', audience: 'internal' } as const
const opening = 'propose-measure'
const takingActs = ['carry-out-measure', opening]

const kindOf = ({ record }: Pick<DocumentSource, 'record'>): unknown => record.data[opening]?.kind
const isRegistration = (source: DocumentSource): boolean => kindOf(source) === 'registration'
const isUrgent = (source: DocumentSource): boolean => kindOf(source) === 'on-the-spot'
/** A proposal alone takes nothing. */
const isTaken = (source: DocumentSource): boolean => source.act.type !== opening || isUrgent(source)

const clockOf = (source: DocumentSource): string =>
  isRegistration(source) ? 'evidence-disposal' : 'seizure'

/** By which act it was taken: its form names things and keeper. */
const takenBy = (source: DocumentSource): string =>
  isUrgent(source) ? opening : 'carry-out-measure'

const takenOn = (source: DocumentSource): string =>
  isUrgent(source) ? source.value('takenAt', opening) : source.value('takenOn', 'carry-out-measure')

/** What was taken when, and under which number. */
const whatWasTaken = (source: DocumentSource): string =>
  `本机关于${takenOn(source)}对你（单位）采取的${clause(source.value('kind', opening))}措施，文书编号：${source.number(takenBy(source))}，`

const facts = (source: DocumentSource) =>
  table(
    ['地点', source.value('place', opening)],
    ['理由和依据', source.value('ground', opening)],
    source.rows(['keeper'], takenBy(source)),
    ['期限届满', source.due(clockOf(source))],
  )

const registered = letter(
  'evidence-notice',
  documentWords['evidence-notice'],
  '先登',
  (source) => ({
    to: partyName(source),
    blocks: [
      paragraph(
        `因办理“${source.record.title}”一案的需要，根据${penaltyLaw(source, 'evidence')}的规定，经本机关负责人批准，对所附清单载明的物品先行登记保存。在此期间，当事人和有关人员不得销毁或者转移证据。`,
      ),
      facts(source),
      paragraph('本机关将在上述期限内依法作出处理决定；逾期未作出的，先行登记保存自行解除。'),
    ],
  }),
  {
    ...ofMeasure,
    on: ['carry-out-measure'],
    when: isRegistration,
    servedAtOnce: () => true,
  },
)

const seized = letter(
  'seizure-decision',
  documentWords['seizure-decision'],
  '查扣',
  (source) => ({
    to: partyName(source),
    blocks: [
      paragraph(
        `因办理“${source.record.title}”一案的需要，根据《中华人民共和国行政强制法》第十八条${isUrgent(source) ? '、第十九条' : ''}、第二十四条的规定，决定对所附清单载明的场所、设施、财物予以查封（扣押）。`,
      ),
      facts(source),
      paragraph(
        '检测、检验、技术鉴定的期间不计入上述期限。未经本机关同意，不得启封、使用、转移或者毁损。你（单位）有权陈述和申辩。',
      ),
      remedies(source, '决定书'),
    ],
  }),
  {
    ...ofMeasure,
    on: takingActs,
    when: (source) => !isRegistration(source) && isTaken(source),
    servedAtOnce: () => true,
  },
)

const list: DocumentDefinition = {
  id: 'measure-list',
  words: documentWords['measure-list'],
  on: takingActs,
  when: isTaken,
  form: 'record',
  by: 'bureau',
  series: 'case',
  ...ofMeasure,
  servedAtOnce: () => true,
  wording: (source) => ({
    title: isRegistration(source) ? '先行登记保存证据清单' : '查封（扣押）物品清单',
    blocks: [
      table(theCase(source), ['措施', source.value('kind', opening)]),
      table(source.rows(['things', 'keeper', 'certificates', 'signature', 'receiver', 'witness'])),
    ],
    signatureLines: [
      { label: '当事人（签名或者盖章）', names: '' },
      { label: '执法人员（签名）', names: '' },
    ],
  }),
}

const extended = letter(
  'seizure-extended',
  documentWords['seizure-extended'],
  '延扣',
  (source) => ({
    to: partyName(source),
    blocks: [
      paragraph(
        `${whatWasTaken(source)}因情况复杂，根据《中华人民共和国行政强制法》第二十五条的规定，经本机关负责人批准，期限延长${source.value('by')}日。理由：${clause(source.value('reason'))}。`,
      ),
      table(['延长后期限届满', source.due('seizure')]),
      remedies(source, '决定书'),
    ],
  }),
  { ...ofMeasure, on: ['extend-measure'] },
)

/** 强制法 25(3): the time of the test is fixed and told in writing. */
const tested = letter(
  'test-notice',
  documentWords['test-notice'],
  '检告',
  (source) => ({
    to: partyName(source),
    blocks: [
      paragraph(
        `${whatWasTaken(source)}需要对所涉物品进行检测、检验或者技术鉴定。根据《中华人民共和国行政强制法》第二十五条第三款的规定，检测、检验、技术鉴定的期间自${today(source)}起至${source.value('testUntil')}止，该期间不计入查封、扣押的期限；期间届满，查封、扣押的期限继续计算。费用由本机关承担。`,
      ),
      table(['检测、检验、鉴定机构', source.value('tester')], ['事项', source.value('reason')]),
    ],
  }),
  { ...ofMeasure, on: ['send-to-test'] },
)

const disposalTitle = (source: DocumentSource): string => {
  if (goesToPolice(source)) return '涉案财物移送告知书'
  return isRegistration(source) ? '先行登记保存证据处理决定书' : '查封（扣押）财物处理决定书'
}

const goesToPolice = ({ act }: DocumentSource): boolean => act.data.disposal === 'police'

/** 强制法 21: the party is told in writing. */
const toldOfPolice = (source: DocumentSource) => [
  paragraph(
    `${whatWasTaken(source)}因违法行为涉嫌犯罪，根据《中华人民共和国行政强制法》第二十一条的规定，所涉财物已于${source.value('policeReceivedOn')}一并移送${source.value('policeReceiver')}，特此书面告知。`,
  ),
  paragraph(`说明：${source.value('reason')}`),
]

/** 强制法 27: a proposal confiscates nothing. */
const stillHeld = (source: DocumentSource) =>
  source.act.data.disposal === 'confiscation'
    ? [
        paragraph(
          '是否没收由行政处罚决定确定；作出决定前继续保存（查封、扣押），期限届满自行解除并退还。',
        ),
      ]
    : []

const disposal = letter(
  'measure-disposal',
  documentWords['measure-disposal'],
  '保处',
  (source) => ({
    title: disposalTitle(source),
    to: partyName(source),
    blocks: goesToPolice(source)
      ? toldOfPolice(source)
      : [
          paragraph(
            `${whatWasTaken(source)}现依法作出如下处理：${clause(source.value('disposal'))}。`,
          ),
          paragraph(`理由：${source.value('reason')}`),
          ...stillHeld(source),
          remedies(source, '决定书'),
        ],
  }),
  { ...ofMeasure, on: ['dispose-measure'] },
)

/** Not by a decision on the measure itself. */
const freedBy = ({ record }: DocumentSource): string =>
  record.snapshot.context.released === true
    ? '因行政处罚决定未予没收或者已被撤销，予以解除'
    : '因期限届满自行解除'

const lifted = letter(
  'measure-lifted',
  documentWords['measure-lifted'],
  '解',
  (source) => ({
    title: isRegistration(source) ? '解除先行登记保存证据通知书' : '解除查封（扣押）决定书',
    to: partyName(source),
    blocks: [
      paragraph(
        `${whatWasTaken(source)}${
          source.act.type === 'return-things'
            ? freedBy(source)
            : `自${today(source)}起予以解除。理由：${clause(source.value('reason'))}`
        }。`,
      ),
      paragraph('所保存、查封、扣押的财物予以退还，请持本文书办理。'),
    ],
  }),
  {
    ...ofMeasure,
    on: ['lift-measure', 'reject-measure', 'return-things'],
    when: ({ act, record }) =>
      act.type !== 'return-things' ||
      record.snapshot.context.lapsed === true ||
      record.snapshot.context.released === true,
  },
)

export const measurePapers: DocumentDefinition[] = [
  registered,
  seized,
  list,
  extended,
  tested,
  disposal,
  lifted,
]
