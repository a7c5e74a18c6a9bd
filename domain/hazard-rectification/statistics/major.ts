// Which figures do the statistics show of major hazards, extensions, supervision and kinds of hazard, and how is each counted (口径)?

import { type Text, text } from '../../language/words.ts'
import { sectors } from '../../law/criteria/grading.ts'
import { categories } from '../../law/criteria/hazard-kinds.ts'
import type { FigureDefinition } from '../../model/statistics-definition.ts'
import { of, own } from './groups.ts'

const inMajor = of('major')
const listed = (level: string, words: Text): FigureDefinition =>
  inMajor(
    'flow',
    `listed-${level}`,
    words,
    text('本期内按该层级挂牌督办的次数。', 'Listed on this level in the period, each time.'),
    own,
  )
const major: FigureDefinition[] = [
  inMajor(
    'flow',
    'planned',
    text('报送治理方案（五落实）', 'Governance plan filed'),
    text(
      '本期内首次报送治理方案的重大隐患；退回重报不重复计。',
      'Major hazards whose plan was first filed in the period; filed again after a return they do not count again.',
    ),
    own,
  ),
  listed('county', text('县级挂牌', 'Listed by the county')),
  listed('city', text('市级挂牌', 'Listed by the city')),
  listed('province', text('省级挂牌', 'Listed by the province')),
  inMajor(
    'flow',
    'delisted',
    text('核销摘牌', 'De-listed'),
    text('本期内核销摘牌的。', 'Written off and de-listed in the period.'),
    own,
  ),
  inMajor(
    'flow',
    'stopped',
    text('责令停产停业', 'Production stopped'),
    text(
      '本期内现场停产停业或责令停产停业整顿生效、此前未处于停产状态的次数。',
      'Stopped on the spot or by order in the period, where production was not stopped already.',
    ),
    own,
  ),
  inMajor(
    'flow',
    'resumed',
    text('恢复生产', 'Production resumed'),
    text(
      '本期内经批准或解除、撤销措施后不再处于停产状态的次数；办结时仍停产的不计。',
      'No longer stopped after an approval, a lifting or a revocation in the period; what ends while stopped does not count.',
    ),
    own,
  ),
]

const inExtension = of('extension')
const extensions: FigureDefinition[] = [
  inExtension(
    'flow',
    'extension-asked',
    text('申请延期', 'Asked for'),
    text('本期内提出的延期申请次数。', 'Requests made in the period.'),
    own,
  ),
  inExtension(
    'flow',
    'extension-granted',
    text('同意延期', 'Granted'),
    text('本期内同意延期的次数。', 'Granted in the period.'),
    own,
  ),
  inExtension(
    'flow',
    'extension-refused',
    text('不同意延期', 'Refused'),
    text('本期内不同意延期的次数。', 'Refused in the period.'),
    own,
  ),
]

const inSupervision = of('supervision')
const risen = (level: string, words: Text): FigureDefinition =>
  inSupervision(
    'flow',
    `supervised-${level}`,
    words,
    text(
      '本期内升入该级督办的次数；直接升级的不计所越过的层级。',
      'Raised to this level in the period; a level that was passed over does not count.',
    ),
  )
const supervision: FigureDefinition[] = [
  risen('red', text('亮红牌（县级督办）', 'Red card (county)')),
  risen('city', text('市级督办', 'City')),
  risen('province', text('省级督办', 'Province')),
]

const verifiedAs = text(
  '核实时计入，与“核实为一般、重大隐患”同日同数。',
  'Counted together with the verification.',
)
const byCategory = Object.entries(categories).map(([id, words]) =>
  of('category')('flow', `category-${id}`, words, verifiedAs, own),
)

const byMet = text(
  '核实为重大隐患时勾选该标准所列情形的；同时符合几个标准的各计一次。',
  'Verified as major with a criterion of this norm ticked; under several norms it counts under each.',
)
const sectorWords: Record<string, Text> = Object.fromEntries(
  sectors.map(({ sector, words }) => [sector, words]),
)
const bySector = Object.entries(sectorWords).map(([id, words]) =>
  of('sector')('flow', `sector-${id}`, words, byMet, { quiet: true, ...own }),
)

export const furtherFigures: FigureDefinition[] = [
  ...major,
  ...extensions,
  ...supervision,
  ...byCategory,
  ...bySector,
]
