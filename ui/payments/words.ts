// Which words does the payment of fines use?
import type { Text } from '../../domain/language/words.ts'

export const paymentWords = {
  payments: { zh: '罚款缴纳', en: 'Payment of the fine' },
  code: { zh: '缴款码', en: 'Payment code' },
  picture: { zh: '缴款码的二维码', en: 'QR code of the payment code' },
  howToPay: {
    zh: '凭缴款码到代收银行缴款，或者在财政非税收入缴款渠道扫码、输入缴款码缴款。',
    en: 'Pay at a collecting bank with this code, or scan or type it where non-tax revenue is paid.',
  },
  amount: { zh: '缴款单金额{yuan}元', en: 'Bill of {yuan} yuan' },
  owed: { zh: '尚欠{yuan}元', en: '{yuan} yuan are still owed' },
  over: {
    zh: '缴款码{code}：不再需要缴款',
    en: 'Payment code {code}: nothing is to be paid under it any more',
  },
  yuan: { zh: '{yuan}元', en: '{yuan} yuan' },
  waiting: {
    zh: '缴款码正在取得：收缴平台尚未答复，系统会继续请求。',
    en: 'The payment code is being fetched: the platform has not answered yet, and is asked again.',
  },
  refused: {
    zh: '收缴平台未受理，请按决定书载明的方式缴纳。',
    en: 'The platform has refused: pay as the decision says.',
  },
  refundWaiting: {
    zh: '退款{yuan}元：正在向收缴平台申请',
    en: 'Refund of {yuan} yuan: being asked for',
  },
  refundAsked: {
    zh: '退款{yuan}元：收缴平台已受理',
    en: 'Refund of {yuan} yuan: the platform has taken it over',
  },
  refundRefused: {
    zh: '退款{yuan}元：收缴平台未受理',
    en: 'Refund of {yuan} yuan: the platform has refused',
  },
  paid: {
    zh: '{on}缴款{sum}，票据号{receipt}（非税收入收缴平台）',
    en: '{sum} were paid on {on}, receipt number {receipt} (non-tax platform)',
  },
  refunded: {
    zh: '{on}退还{sum}，凭证号{receipt}（非税收入收缴平台）',
    en: '{sum} were returned on {on}, voucher {receipt} (non-tax platform)',
  },
  kept: { zh: '待核对，尚未入账', en: 'To be cleared, not booked yet' },
  former: { zh: '先前的缴款码', en: 'Former payment codes' },
  differences: { zh: '收缴差异', en: 'What differs' },
  differencesLead: {
    zh: '收缴平台与案件记录不一致的款项。核实并处理后，写明处理情况。',
    en: 'Money on which the platform and the record of the case differ. Look into it, put it right, and say how.',
  },
  noDifferences: { zh: '没有差异。', en: 'Nothing differs.' },
  serial: { zh: '流水号{serial}', en: 'Serial {serial}' },
  how: { zh: '处理情况', en: 'How it was cleared' },
  howMissing: { zh: '请写明处理情况', en: 'Say how it was cleared' },
  clear: { zh: '核销差异', en: 'Clear it' },
  clearing: { zh: '正在提交…', en: 'Clearing…' },
  cleared: { zh: '{by}于{at}核销：{how}', en: 'Cleared by {by} at {at}: {how}' },
  clearedByItself: { zh: '收缴平台随后补报', en: 'The platform has told of it since' },
  more: { zh: '只列出最近200条。', en: 'Only the newest 200 stand here.' },
} as const satisfies Record<string, Text>
