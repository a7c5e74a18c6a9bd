// For how long is a permit of special work good, and so for how long may a device stand aside for it?
import { type Text, text } from '../../language/words.ts'
import { family, type Rule } from './rule.ts'

const start = text('停用', 'the taking out of service')
const inForce = '2022-10-01'

/** The permit's own validity by the standard, hours. */
const permit = (name: string, title: Text, hours: number, article: string): Rule[] =>
  family(
    'special-work',
    name,
    title,
    { unit: 'H', n: hours, start, roll: 'never', onExpiry: 'voidEffect' },
    { from: inForce, cites: [['specialWork', article]], confidence: 'V*' },
  )

/** For which the standard counts no hours: the bureau does [D]. */
const work = (name: string, title: Text, hours: number): Rule[] =>
  family(
    'special-work',
    name,
    title,
    {
      unit: 'H',
      n: hours,
      start,
      roll: 'never',
      onExpiry: 'lapses',
      note: text('标准无统一时数', 'The standard counts no hours for it'),
    },
    { from: inForce, cites: [['design', '']], confidence: 'D' },
  )

export const specialWorkRules: Rule[] = [
  ...permit(
    'hot-first',
    text('特级、一级动火作业票有效期', 'Validity of a hot-work permit, special and first grade'),
    8,
    '5.1',
  ),
  ...permit(
    'hot-second',
    text('二级动火作业票有效期', 'Validity of a hot-work permit, second grade'),
    72,
    '5.1',
  ),
  ...permit(
    'confined-space',
    text('受限空间作业票有效期', 'Validity of a permit for confined spaces'),
    24,
    '6',
  ),
  ...permit(
    'height',
    text('高处作业票有效期', 'Validity of a permit for work at height'),
    168,
    '8',
  ),
  ...permit('temporary-power', text('临时用电时限', 'Temporary power, usually'), 360, '10'),
  ...work(
    'other-special',
    text(
      '盲板抽堵、吊装、动土、断路作业停用上限',
      'Blinds, lifting, earthwork, closed roads: out of service',
    ),
    72,
  ),
  ...work('calibration', text('仪表校验标定停用上限', 'Calibration: out of service'), 72),
  ...work('maintenance', text('设备检维修停用上限', 'Maintenance: out of service'), 720),
]
