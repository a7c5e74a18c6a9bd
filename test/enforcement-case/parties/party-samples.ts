// Lawful fillings of every form about a further party.
import type { Samples } from '../../support/walks/walk.ts'

const day = '2026-03-02'
const service = { method: 'direct', servedOn: day, receivedBy: 'self' }
const statement = { statement: '已履行职责', papers: ['00000000-0000-4000-8000-000000000001'] }

/** The principal and the safety officer of an enterprise; the numbers are invented, their check characters are right. */
export const principal = {
  role: 'principal',
  personName: '毛负责',
  identity: '330802197003150018',
  mobile: '13800000001',
  annualIncome: 200_000,
  conduct: '未履行法定的安全生产管理职责',
}
export const safetyOfficer = {
  role: 'safety-officer',
  personName: '安管员',
  identity: '330802198506200026',
  conduct: '未及时排查事故隐患',
}

/** What the report of the investigation leads to for a person. */
export const told = {
  facts: '未履行安全生产管理职责',
  reasons: '违法',
  basis: '《安全生产法》第九十四条',
  penalties: ['fine'],
  fine: 20_000,
}

const { fine: _, ...unfined } = told
const warned = { ...unfined, penalties: ['warning'] }

export const partySamples: Samples = {
  'name-party': [principal, safetyOfficer],
  'notify-party': [{ ...told, fine: 8_000 }, told, warned, { ...told, fine: 60_000 }],
  'drop-party': [{ reason: '身份有误' }],
  'serve-party-notice': [service],
  'state-party-defence': [statement],
  'request-party-hearing': [statement],
  'waive-party-rights': [statement],
  'notify-party-hearing': [
    { heldOn: '2026-03-20', place: '会议室', chair: '法审核', chairId: 'fa' },
  ],
  'close-party-hearing': [{ record: '当事人陈述', report: '事实清楚' }],
  'forfeit-party-hearing': [{ reason: '撤回要求' }],
  'weigh-party-defence': [
    { outcome: 'none', findings: '未提出' },
    { outcome: 'not-adopted', findings: '理由不成立' },
  ],
  'give-party-opinion': [{ conclusion: 'agree', findings: '事实清楚' }],
  'record-party-discussion': [
    { heldOn: day, attendees: ['高', '李', '王'], minutes: '同意', agree: 3, against: 0 },
  ],
  'decide-party-penalty': [
    {
      facts: told.facts,
      basis: told.basis,
      penalties: ['fine'],
      fine: 8_000,
      performance: '缴至指定银行',
    },
    { facts: told.facts, basis: told.basis, penalties: ['warning'], performance: '改正' },
  ],
  'spare-party': [{ ground: 'no-fault', reason: '已尽到义务' }],
  'notify-party-anew': [{ reason: '查明新的事实' }],
  'serve-party-decision': [service],
  'record-party-instalment': [{ amount: 3_000, paidOn: day, receiptNumber: '票1' }],
  'record-party-payment': [
    { amount: 8_000, paidOn: day, receiptNumber: '票2' },
    { amount: 5_000, paidOn: day, receiptNumber: '票3' },
  ],
  'return-party-surplus': [{ refunded: 1_590, refundedOn: '2026-03-27', voucher: '退2' }],
  'apply-party-deferral': [{ until: '2026-05-29', ...statement }],
  'grant-party-deferral': [{ dueDate: '2026-05-29' }],
  'refuse-party-deferral': [{ reason: '有缴纳能力' }],
  'demand-party': [{ payment: '缴至指定银行' }],
  'serve-party-demand': [{ ...service, servedOn: '2026-03-18' }],
  'apply-party-court': [{ court: '柯城区人民法院' }],
  'relieve-party': [{ reason: '处罚决定已被撤销' }],
  'end-party-enforcement': [{ ground: 'dead', findings: '无遗产', papers: statement.papers }],
}
