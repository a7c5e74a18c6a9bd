// Which figures do the statistics of hazards show, and how is each of them counted (口径)?

import { type Text, text } from '../../language/words.ts'
import type { FigureDefinition } from '../../model/statistics-definition.ts'
import { of, own } from './groups.ts'
import { furtherFigures } from './major.ts'

const inReport = of('report')
const reported = (id: string, words: Text, zh: string, en: string): FigureDefinition =>
  inReport('flow', `reported-${id}`, words, text(`“报告”中${zh}。`, `Of “reported”: ${en}.`), own)

const reports: FigureDefinition[] = [
  inReport(
    'start',
    'carried-over',
    text('期初未办结', 'Carried over'),
    text(
      '本期首日零时已登记、尚未核销或以其他方式办结的隐患。',
      'Registered and neither written off nor otherwise ended when the period begins.',
    ),
    { ...own, of: ['open'] },
  ),
  inReport(
    'flow',
    'reported',
    text('报告隐患', 'Reported'),
    text(
      '报告之日在本期内的隐患，每案一次；撤回的操作不计。',
      'Hazards whose day of report lies in the period, once a case. Acts taken back never count.',
    ),
    own,
  ),
  reported(
    'enterprise',
    text('企业自查', 'By enterprises'),
    '由企业人员报告的',
    'reported by people of an enterprise',
  ),
  reported(
    'inspection',
    text('监督检查', 'By inspection'),
    '由监管人员登记、来源为执法检查或未注明的',
    'registered by the authorities from an inspection, or without a source',
  ),
  reported(
    'hotline',
    text('12350及公众举报', 'By hotline and public'),
    '由公众举报或来源登记为12350的',
    'reported by the public or registered as from 12350',
  ),
  reported(
    'machine',
    text('监测设备', 'By machines'),
    '由监测设备或外部系统报送的',
    'sent by a device or another system',
  ),
  reported(
    'transferred',
    text('其他部门转来', 'From other authorities'),
    '来源登记为其他部门转来的',
    'registered as sent by another authority',
  ),
  inReport(
    'flow',
    'received',
    text('市内移入', 'Received'),
    text(
      '本期内由市内其他县（市、区）移送来的隐患，计入接收地。',
      'Handed over by another county of the city in the period; counted where they arrive.',
    ),
  ),
  inReport(
    'flow',
    'reopened',
    text('重新打开', 'Reopened'),
    text(
      '办结后在本期内依法重新打开的；重新核实、重新核销的另行计数。',
      'Reopened in the period after their end; verified and written off anew they count anew.',
    ),
    own,
  ),
  inReport(
    'flow',
    'rejected',
    text('不予认定', 'Rejected'),
    text('本期内经核实不属于隐患的。', 'Found to be no hazard in the period.'),
    own,
  ),
  inReport(
    'flow',
    'withdrawn',
    text('撤回报告', 'Withdrawn'),
    text('本期内由报告人撤回报告的。', 'Withdrawn by whoever reported it, in the period.'),
    own,
  ),
  inReport(
    'flow',
    'joined',
    text('并案', 'Joined'),
    text('本期内并入其他案件的。', 'Joined to another case in the period.'),
    own,
  ),
  inReport(
    'flow',
    'handed-over',
    text('市内移出', 'Handed over'),
    text(
      '本期内移送市内其他县（市、区）的，计入移出地；自移送之日起在接收地统计。',
      'Handed to another county of the city in the period; counted where they leave, and from that day on where they arrive.',
    ),
  ),
  inReport(
    'flow',
    'transferred',
    text('移送市外或其他部门', 'Transferred'),
    text(
      '本期内移送市外或其他部门而办结的。',
      'Ended in the period by transfer out of the city or to another authority.',
    ),
    own,
  ),
  inReport(
    'stock',
    'open',
    text('期末未办结', 'Open at the end'),
    text(
      '本期末日24时（期间未满的为今日24时）尚未核销或以其他方式办结的隐患。',
      'Neither written off nor otherwise ended at the end of the last day (while the period runs: of today).',
    ),
    own,
  ),
]

const inVerification = of('verification')
const regraded = text(
  '本期内核实定为该等级的，以会签生效之日计；退回后重新核实改变等级的，在改变之日调减原等级、调增新等级。',
  'Graded so in the period, on the day the last signature made it valid. Verified again with another grade: on that day one less of the old and one more of the new.',
)
const verification: FigureDefinition[] = [
  inVerification(
    'flow',
    'verified-general',
    text('核实为一般隐患', 'Verified as general'),
    regraded,
    own,
  ),
  inVerification(
    'flow',
    'verified-major',
    text('核实为重大隐患', 'Verified as major'),
    regraded,
    own,
  ),
]

const inRectification = of('rectification')
const rectification: FigureDefinition[] = [
  inRectification(
    'start',
    'unrectified-before',
    text('期初已核实未销号', 'Verified, not written off before'),
    text(
      '本期首日零时已核实、尚未核销的隐患。',
      'Verified and not yet written off when the period begins.',
    ),
    { ...own, of: ['unrectified'] },
  ),
  inRectification(
    'flow',
    'ordered',
    text('责令整改', 'Ordered'),
    text(
      '本期内下达整改指令或挂牌督办通知的，同一轮办理只计首次。',
      'Ordered or listed in the period; once for each generation of a case, the first.',
    ),
    own,
  ),
  inRectification(
    'flow',
    'in-time',
    text('按期整改销号', 'Rectified in time'),
    text(
      '本期内核销（含核销摘牌），且整改期限从未届满未报的；期限以指令、挂牌、复查不合格新期限、同意延期和依法停计、延长后的日期为准，当日24时前上报为按期。',
      'Written off (or de-listed) in the period and never past a date without a report. The date is that of the order, the listing, a failed re-check, a granted extension or a paused or extended limit; a report on that day is in time.',
    ),
    own,
  ),
  inRectification(
    'flow',
    'late',
    text('逾期整改销号', 'Rectified late'),
    text(
      '本期内核销，但其间整改期限曾届满未报的。',
      'Written off in the period after a date had passed without a report.',
    ),
    own,
  ),
  inRectification(
    'flow',
    'closed-down',
    text('依法关闭', 'Closed by law'),
    text('本期内以政府关闭决定办结的。', 'Ended in the period by closure of the enterprise.'),
    own,
  ),
  inRectification(
    'stock',
    'unrectified',
    text('期末已核实未销号', 'Verified, not written off'),
    text(
      '期末已核实、尚未核销或以其他方式办结的。',
      'Verified and neither written off nor otherwise ended at the end.',
    ),
    own,
  ),
  inRectification(
    'stock',
    'overdue',
    text('其中：逾期未整改', 'Of these: overdue'),
    text(
      '期末整改期限已过、尚未上报整改的；期限末日的次日起计。',
      'Past their date and not reported as rectified at the end; counted from the day after the date.',
    ),
    own,
  ),
  inRectification(
    'ratio',
    'rate',
    text('整改率', 'Rate of rectification'),
    text(
      '（按期＋逾期整改销号）÷（期初已核实未销号＋本期核实一般＋本期核实重大）。',
      'Written off in time and late, over those verified before and not written off plus those verified in the period.',
    ),
    {
      ...own,
      of: ['in-time', 'late'],
      per: ['unrectified-before', 'verified-general', 'verified-major'],
    },
  ),
  inRectification(
    'mean',
    'days',
    text('指令至核销平均天数', 'Days from order to write-off'),
    text(
      '本期内核销的隐患，自首次指令（挂牌）之日至核销之日的自然日数的平均。',
      'Calendar days from the first order (or listing) to the write-off, on average over those written off in the period.',
    ),
    { ...own, of: ['order-days'], per: ['order-count'] },
  ),
  inRectification(
    'flow',
    'failed',
    text('复查不合格', 'Failed re-checks'),
    text('本期内复查不合格的次数。', 'Re-checks failed in the period, each of them.'),
    own,
  ),
]

export const figures: FigureDefinition[] = [
  ...reports,
  ...verification,
  ...rectification,
  ...furtherFigures,
]
