// What do the papers say by which a party is ordered to correct, and by which the re-check is recorded?
import { clause, letter, paragraph, signedBy, table, today } from '../../documents/wording.ts'
import type { DocumentDefinition, DocumentSource } from '../../model/document.ts'
import { documentWords } from '../acts/document-words.ts'
import { partyName, theCase } from '../papers/parts.ts'

const order = letter(
  'order-correction',
  documentWords['order-correction'],
  '责改',
  (source) => ({
    to: partyName(source),
    blocks: [
      paragraph(
        `本机关在办理“${source.record.title}”一案中查明你（单位）存在违法行为。根据《中华人民共和国行政处罚法》第二十八条的规定，责令你（单位）在${source.value('correctBy')}（含当日）前改正：${clause(source.value('requirements'))}。`,
      ),
      paragraph(
        '期限届满后本机关将进行复查。被责令改正且受到罚款处罚，拒不改正的，根据《中华人民共和国安全生产法》第一百一十二条的规定，自作出责令改正之日的次日起，按照原处罚数额按日连续处罚。',
      ),
    ],
  }),
  { servedAtOnce: () => true },
)

const opening = 'order-correction'

const outcome = (source: DocumentSource): string =>
  source.act.type === 'correction-refused'
    ? `拒不改正。依法自${source.kept('orderedOn')}的次日起按日连续处罚，另案办理。`
    : '已按要求改正。'

const recheck: DocumentDefinition = {
  id: 'correction-checked',
  words: documentWords['correction-checked'],
  on: ['correction-done', 'correction-refused'],
  form: 'record',
  by: 'bureau',
  series: { word: '复查' },
  item: 'correction',
  audience: 'internal',
  servedAtOnce: () => true,
  wording: (source) => ({
    blocks: [
      table(
        theCase(source),
        ['责令改正文书', source.number(opening)],
        source.rows(['requirements', 'correctBy'], opening),
        source.rows(['checkedOn', 'certificates', 'findings']),
        ['复查意见', outcome(source)],
        ['制作日期', today(source)],
      ),
    ],
    signatureLines: [
      signedBy('执法人员（签名）', source),
      { label: '当事人（签名或者盖章）', names: '' },
    ],
  }),
}

export const correctionPapers: DocumentDefinition[] = [order, recheck]
