// Which words do the screens of the licence add?
import type { Text } from '../../domain/language/words.ts'

export const licenceWords = {
  standing: { zh: '许可要点', en: 'Where the licence stands' },
  authority: { zh: '发证机关', en: 'Authority' },
  becauseOf: {
    zh: '{place}（申请所列情形：{grounds}）',
    en: '{place} (as the application says: {grounds})',
  },
  withoutGround: { zh: '{place}（无市级发证情形）', en: '{place} (no ground for the city)' },
  corrected: { zh: '{place}（已更正：{reason}）', en: '{place} (corrected: {reason})' },
  accepted: { zh: '受理', en: 'Acceptance' },
  deemedAccepted: {
    zh: '逾期未告知，自收到材料之日起视为受理',
    en: 'No decision: deemed accepted from the day of receipt',
  },
  renewal: { zh: '延期', en: 'Renewal' },
  late: {
    zh: '逾期提出：不推定准予延续，原证 {date} 届满',
    en: 'Filed late: nothing is deemed, the licence held ends on {date}',
  },
  inTime: {
    zh: '按期提出：{date} 未决定即视为准予延续',
    en: 'Filed in time: undecided on {date} it is deemed renewed',
  },
  deemedRenewed: { zh: '届满未决定，视为准予延续', en: 'Undecided at its end: deemed renewed' },
  joint: { zh: '联合办理', en: 'Joint handling' },
  jointUntil: {
    zh: '{date} 前决定（许可法第四十二条第二款）',
    en: 'decided by {date} (Licensing Law art. 42(2))',
  },
  hearing: { zh: '听证', en: 'Hearing' },
  hearingAsk: { zh: '{date} 前可以申请', en: 'may be asked for until {date}' },
  hearingBy: { zh: '{date} 前组织', en: 'held by {date}' },
  validity: { zh: '有效期', en: 'Validity' },
  validUntil: { zh: '至 {date}', en: 'until {date}' },
  renewBy: { zh: '至 {date}，{by} 前提出延期', en: 'until {date}; apply for renewal by {by}' },
  barred: { zh: '再次申请', en: 'Applying again' },
  barredUntil: { zh: '{date}（含当日）前不得再次申请', en: 'not until {date}, that day included' },
  suspension: { zh: '暂扣', en: 'Suspension' },
  suspendedUntil: {
    zh: '至{date}（含当日），期间不得经营',
    en: 'until {date}, that day included; no trading meanwhile',
  },
  stepApply: { zh: '提交', en: 'Applied' },
  stepAccept: { zh: '受理', en: 'Accepted' },
  stepReview: { zh: '审查', en: 'Reviewed' },
  stepDecide: { zh: '决定', en: 'Decided' },
  stepIssue: { zh: '发证', en: 'Issued' },
  stepHold: { zh: '持证', en: 'In force' },
  kindTip: {
    zh: '延期须在有效期届满三个月前提出；变更须在变更之日起二十个工作日内提出。',
    en: 'A renewal is filed three months before the licence ends; a change within twenty working days of it.',
  },
  moveTip: {
    zh: '经营或储存场所迁移、经营方式或范围变化的，请选“重新申请”。',
    en: 'Moved premises or storage, another mode or scope: choose a fresh application.',
  },
  authorityTip: {
    zh: '剧毒、易制爆、储存设施、加油站、仓储经营和中央企业市级分公司由市级发证，其余由县级发证；系统按所选情形自动分送。',
    en: 'Highly toxic chemicals, precursors of explosives, storage, petrol stations, warehousing and city branches of central enterprises go to the city, all else to the county; what you tick decides.',
  },
  truthTip: {
    zh: '材料须真实：提供虚假材料的，一年内不得再次申请。',
    en: 'What you hand in must be true: false material bars a new application for a year.',
  },
  openOnly: { zh: '未办结', en: 'Open' },
  overdueOnly: { zh: '逾期', en: 'Overdue' },
  lateOnly: { zh: '逾期延期', en: 'Late renewals' },
  barredOnly: { zh: '限制申请', en: 'Barred' },
  closedOnly: { zh: '已办结', en: 'Closed' },
} satisfies Record<string, Text>
