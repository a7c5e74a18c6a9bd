// How is money written in a sentence?

/** '1,500' or '1,500.05': fen as yuan, in groups of three, fen only where there are any. */
export const spellFen = (fen: number): string => {
  const [whole = '0', parts] = (fen / 100).toFixed(2).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (parts === '00' ? '' : `.${parts}`)
}

/** The same of yuan. */
export const spellYuan = (yuan: number): string => spellFen(Math.round(yuan * 100))

const numerals = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const places = ['', '拾', '佰', '仟']

/** Up to four digits; zeros between two others are one 零, those at the end are none. */
const spellGroup = (group: string): string =>
  [...group]
    .map((digit, at) =>
      digit === '0' ? '零' : numerals[Number(digit)]! + places[group.length - 1 - at]!,
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')

/** At most sixteen digits of whole yuan, without their unit; '' for none. */
const spellWhole = (yuan: string): string => {
  const [trillions, billions, thousands, units] = [16, 12, 8, 4].map((end) =>
    spellGroup(yuan.padStart(16, '0').slice(16 - end, 20 - end)),
  ) as [string, string, string, string]
  const high = [trillions && `${trillions}万`, billions].join('')
  return [high && `${high}亿`, thousands && `${thousands}万`, units]
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零/, '')
}

/**
 * 大写金额 of fen, as sums stand on papers beside their figures so that no digit is added (支付结算办法 附一):
 * '伍万元整', '壹仟零伍元零叁分'. Exact from 0 to 2⁵³ fen.
 */
export const capitaliseFen = (fen: number): string => {
  const [yuan = '0', parts = '00'] = (fen / 100).toFixed(2).split('.')
  const [jiao = '0', last = '0'] = parts
  const whole = spellWhole(yuan)
  const tenths = jiao === '0' ? '' : `${numerals[Number(jiao)]}角`
  const hundredths = last === '0' ? '' : `${numerals[Number(last)]}分`
  if (!whole && parts !== '00') return `${tenths}${hundredths}${hundredths ? '' : '整'}`
  const zero = hundredths && !tenths ? '零' : ''
  return `${whole || '零'}元${tenths}${zero}${hundredths}${hundredths ? '' : '整'}`
}
