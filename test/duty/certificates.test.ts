// Who is notified of a certificate that ends, how often, and in which words?
import { expect, test } from 'vitest'
import {
  certificateMail,
  endingOf,
  type LinkCertificate,
  printOfEnding,
} from '../../domain/duty/certificates.ts'
import { instant } from '../../domain/time/instant.ts'

const now = instant('2026-11-28T02:00:00.000Z')
const inDays = (days: number) => instant(Date.parse(now) + days * 86_400_000)
const one = (feed: string, days: number): LinkCertificate => ({
  feed,
  name: `${feed} 罐区`,
  region: '330802',
  subject: 'CN=PlantServer\nO=衢化',
  thumbprint: `${'0'.repeat(32)}89ABCDEF`,
  to: inDays(days),
})

test('less than thirty days and what has ended is listed, what ends first stands first', () => {
  const held = [one('a', 40), one('b', 29), one('c', -1), one('d', 30), one('e', 6)]
  expect(endingOf(held, now).map(({ feed }) => feed)).toEqual(['c', 'e', 'b'])
})

test('told once at thirty days, once at seven, once at the end, and again when another joins', () => {
  const at = (days: number) => printOfEnding([one('a', days)], now)
  expect(at(29)).toBe(at(8))
  expect(new Set([at(29), at(7), at(1), at(0), at(-3), printOfEnding([], now)]).size).toBe(4)
  expect(printOfEnding([one('a', 9), one('b', 9)], now)).not.toBe(at(9))
})

test('the mail names the feed, the day and the thumbprint, in both languages', () => {
  const { title, body } = certificateMail([one('park', 9), one('dam', -2)], now, '2026-11-28')
  expect(title.zh).toBe('【智慧安监】2 路接入的证书将到期或已过期 2026-11-28')
  expect(body.zh).toContain(
    '· park 罐区（park）：2026-12-07 到期，CN=PlantServer，指纹末 8 位 89ABCDEF',
  )
  expect(body.en).toContain(
    '· dam 罐区 (dam): expired on 2026-11-26; CN=PlantServer, thumbprint ending 89ABCDEF',
  )
  expect(certificateMail([], now, '2026-11-28').title.en).toContain('good again')
})
