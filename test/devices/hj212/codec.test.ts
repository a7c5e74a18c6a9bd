// Does the codec read what others have published, write it again byte for byte, and refuse what is wrong?
import { describe, expect, it } from 'vitest'
import { encodeGbk } from '../../../devices/frames/gbk.ts'
import { codec } from '../../../devices/protocols/hj212/codec.ts'
import { dialectOf, standard } from '../../../devices/protocols/hj212/dialect.ts'
import { dataOf, headerOf, messageOf } from '../../../devices/protocols/hj212/message.ts'
import { keyOf, seal } from '../../../devices/protocols/hj212/sm4.ts'
import {
  brokenSamples,
  plainSamples,
  type Sample,
  samples,
  sampleWith,
  sealedSamples,
} from './samples.ts'
import { framed } from './session.ts'

const KEY = '30'.repeat(16)
const read = (bytes: Uint8Array, stated = {}) => codec.decode(bytes, dialectOf(stated))
const accepted = (bytes: Uint8Array, stated = {}) => {
  const decoded = read(bytes, stated)
  if (!decoded.ok) throw new Error(`${decoded.fault.reason} at ${decoded.fault.at}`)
  return decoded.message
}
const refused = (bytes: Uint8Array, stated = {}) => {
  const decoded = read(bytes, stated)
  return decoded.ok ? 'accepted' : `${decoded.fault.reason}@${decoded.fault.at}`
}

describe('published frames', () => {
  it('there are 22 of them: 17 good, 4 bad, 1 encrypted', () => {
    expect([
      samples.length,
      plainSamples.length,
      brokenSamples.length,
      sealedSamples.length,
    ]).toEqual([22, 17, 4, 1])
  })

  it.each(plainSamples)(
    '$file:$line is read and written again byte for byte: $note',
    ({ bytes, text }) => {
      const message = accepted(bytes)
      expect(message.lengthOff).toBe(false)
      expect(Buffer.from(codec.encode(message, standard)).toString()).toBe(`${text}\r\n`)
    },
  )

  it.each(brokenSamples)('$file:$line is refused for its sum: $note', ({ bytes }) => {
    expect(refused(bytes)).toBe(`sum@${bytes.length - 6}`)
  })

  it('the encrypted frame is opened, checked by the sum of its plain text, and sealed again byte for byte', () => {
    const [{ bytes }] = sealedSamples as [Sample]
    const message = accepted(bytes, { sm4: KEY })
    expect(headerOf(message, 'CN')).toBe('2011')
    expect(message.groups).toEqual([
      [['DataTime', '20240601085857']],
      [
        ['w01018-Rtd', expect.stringMatching(/^[\d.]+$/)],
        ['w01018-Flag', 'N'],
      ],
    ])
    expect(message).toMatchObject({ sealed: 'upper', declared: null, lengthOff: false })
    expect(Buffer.from(codec.encode(message, dialectOf({ sm4: KEY }))).equals(bytes)).toBe(true)
    expect(
      Buffer.from(
        codec.encode(accepted(bytes, { sm4: '0'.repeat(16) }), dialectOf({ sm4: KEY })),
      ).equals(bytes),
    ).toBe(true)
  })

  it('the encrypted frame is refused without a key, with a wrong one, and with a broken seal', () => {
    const [{ bytes, text }] = sealedSamples as [Sample]
    expect(refused(bytes)).toMatch(/^no-key@/)
    expect(refused(bytes, { sm4: '31'.repeat(16) })).toMatch(/^sum@/)
    expect(refused(Buffer.from(`${text.replace('0x51,', '')}\r\n`), { sm4: KEY })).toMatch(
      /^bad-seal@/,
    )
  })

  it('SM4 is that of GB/T 32907', () => {
    const key = keyOf('0123456789abcdeffedcba9876543210') as Buffer
    const sealed = seal(
      Buffer.from('0123456789abcdeffedcba9876543210', 'hex'),
      key,
      'lower',
    ).toString()
    expect(sealed.replaceAll(/[{},]|0x/g, '')).toBe('681edf34d206965e86b3e94f536e4246')
  })
})

describe('what is written otherwise', () => {
  const segment =
    'QN=20260301081500123;ST=31;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&DataTime=20260301081500;a21026-Rtd=1&&'

  it('a frame with the Modbus sum is refused, unless the station is known for it', () => {
    expect(refused(framed(segment, 'modbus'))).toMatch(/^sum@/)
    expect(dataOf(accepted(framed(segment, 'modbus'), { crc: 'modbus' }), 'a21026-Rtd')).toBe('1')
    expect(refused(framed(segment), { crc: 'modbus' })).toMatch(/^sum@/)
  })

  it('a length that is not the length is accepted when the sum is right, and kept', () => {
    const bytes = Buffer.from(
      framed(segment)
        .toString()
        .replace(/^##\d{4}/, '##0010'),
    )
    const message = accepted(bytes)
    expect(message).toMatchObject({ lengthOff: true, declared: 10 })
    expect(Buffer.from(codec.encode(message, standard)).equals(bytes)).toBe(true)
  })

  it('text is UTF-8, else GB 18030, else refused; a station of GBK is read as GBK first', () => {
    const words =
      'QN=20260301081500123;ST=32;CN=3020;PW=1;MN=M1;Flag=5;CP=&&DataTime=20260301081500;i11001-Info=//清洗管路//&&'
    const gbk = framed(Buffer.from(encodeGbk(words)))
    for (const [bytes, stated, charset] of [
      [framed(words), {}, 'utf-8'],
      [gbk, {}, 'gbk'],
      [gbk, { charset: 'gbk' }, 'gbk'],
    ] as const) {
      const message = accepted(bytes, stated)
      expect(dataOf(message, 'i11001-Info')).toBe('//清洗管路//')
      expect(message.charset).toBe(charset)
      expect(Buffer.from(codec.encode(message, dialectOf(stated))).equals(bytes)).toBe(true)
    }
    const neither = framed(
      Buffer.concat([
        Buffer.from('QN=1;CP=&&i11001-Info='),
        Buffer.of(0xff, 0xfe),
        Buffer.from('&&'),
      ]),
    )
    expect(refused(neither)).toBe(`charset@${6 + 'QN=1;CP=&&i11001-Info='.length}`)
  })

  it.each([
    ['no data area', 'QN=1;ST=32', 'grammar@6'],
    ['an area that does not end', 'QN=1;CP=&&a=1', 'grammar@19'],
    ['a key without a value', 'QN=1;CP=&&DataTime=1;w01018-Rtd&&', 'grammar@27'],
    ['two equals signs', 'QN=1;CP=&&a=1=2&&', 'grammar@16'],
    ['a field of the head without a value', 'QN=1;ST;CP=&&&&', 'grammar@11'],
    ['a head that runs into the area', 'QN=1CP=&&&&', 'grammar@10'],
    ['a field of the head twice', 'MN=1;MN=2;CP=&&&&', 'duplicate-field@11'],
    ['an area within the area', 'QN=1;CP=&&a=1&&b=2&&', 'grammar@16'],
  ])('%s is refused, and the byte is named', (_, wrong, verdict) => {
    expect(refused(framed(wrong))).toBe(verdict)
  })

  it.each([
    ['', 'shape@0'],
    ['##00', 'shape@2'],
    ['no frame at all', 'shape@0'],
    ['##0010QN=1;CP=&&&&12G4\r\n', 'shape@18'],
    ['##0010QN=1;CP=&&&&1234', 'shape@20'],
  ])('%j is no frame', (bytes, verdict) => {
    expect(refused(Buffer.from(bytes))).toBe(verdict)
  })
})

describe('what is reported', () => {
  it('says every field in the words of the standard, and never the password', () => {
    const fields = codec.describe(accepted(sampleWith('w01018-EFlag=A01').bytes))
    const described = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
    expect(described).toMatchObject({
      'QN 请求编码 request number': '2016-08-01 08:58:57.223',
      'ST 系统编码 system': '32 地表水体环境污染源 water pollution source',
      'CN 命令编码 command': '2011 实时数据 real-time data',
      'PW 访问密码 password': '******',
      'Flag 拆分包及应答标志 flags': '5 HJ 212-2017, 要求应答 acknowledgement wanted',
      'w01018-Rtd 化学需氧量 实时 COD now': '2.2 mg/L',
      'w01018-Flag 化学需氧量 数据标记 COD mark': 'N 正常 normal',
      DataTime: '2016-08-01 08:58:57',
      CRC: '6E80',
    })
    expect(JSON.stringify(fields)).not.toContain('123456')
  })

  it('a stranger’s control characters are not told', () => {
    const described = codec.describe(
      messageOf([['MN', 'M1']], [[['i11001-Info', 'a\x1b[31mb\u0007']]]),
    )
    expect(described.at(-1)?.value).toBe('a[31mb')
  })
})
