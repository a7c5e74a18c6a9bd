// What do the bytes of a MANSCDP body say (GB/T 28181-2016, Application/MANSCDP+xml)?

import { textIn, writeXml } from '../../../domain/xml.ts'
import { decodeGbk, encodeGbk } from '../../frames/gbk.ts'
import type { Codec, Decoded, Fault, Framer, FramerResult } from '../../frames/protocol.ts'
import { faultAt } from '../../frames/session-output.ts'
import { MOST_BYTES, readXml } from '../../frames/xml.ts'
import { describe } from './describe.ts'
import { type Dialect, type Message, type Root, roots } from './message.ts'

const chinese = ['gb2312', 'gbk', 'gb18030']

const charsetOf = (bytes: Uint8Array, { charset }: Dialect): string => {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return (
    /^\s*(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1] ??
    charset
  )
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const asUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

/** Bytes that read as Chinese in UTF-8 are hardly ever Chinese in GBK: such a document does not say what it is. */
const lies = (bytes: Uint8Array): boolean => /[\u2e80-\u9fff]{2}/.test(asUtf8(bytes) ?? '')

const textOf = (bytes: Uint8Array, declared: string): string | Fault => {
  const name = declared.toLowerCase()
  if (name === 'utf-8')
    return (
      asUtf8(bytes) ?? faultAt('charset', 0, '声明为UTF-8而不是', 'it declares UTF-8 and is not')
    )
  if (!chinese.includes(name))
    return faultAt(
      'charset',
      0,
      `不支持的字符集${declared}`,
      `the charset ${declared} is none of the standard's`,
    )
  if (lies(bytes))
    return faultAt(
      'charset',
      0,
      `声明为${declared}，实为UTF-8`,
      `it declares ${declared} and is UTF-8`,
    )
  return decodeGbk(bytes) ?? faultAt('charset', 0, `不是${declared}`, `it is not ${declared}`)
}

const decode = (frame: Uint8Array, dialect: Dialect): Decoded<Message> => {
  if (frame.length > MOST_BYTES)
    return { ok: false, fault: faultAt('oversize', MOST_BYTES, '超过64KB', 'longer than 64 KB') }
  const declared = charsetOf(frame, dialect)
  const text = textOf(frame, declared)
  if (typeof text !== 'string') return { ok: false, fault: text }
  const read = readXml(text)
  if (!read.ok) return read
  const { head, root, tail } = read.xml
  const textAt = (name: string): string => textIn(root, name) ?? ''
  const [command, serial, device] = [textAt('CmdType'), textAt('SN'), textAt('DeviceID')]
  if (!(roots as readonly string[]).includes(root.name))
    return {
      ok: false,
      fault: faultAt(
        'root',
        head.length,
        `根元素${root.name.slice(0, 40)}不是MANSCDP`,
        'the root is none of MANSCDP',
      ),
    }
  if (command === '')
    return { ok: false, fault: faultAt('command', 0, '缺少CmdType', 'CmdType is missing') }
  if (!/^\d{1,10}$/.test(serial))
    return { ok: false, fault: faultAt('serial', 0, 'SN不是数字', 'SN is no number') }
  if (!/^\d{20}$/.test(device))
    return {
      ok: false,
      fault: faultAt('device', 0, 'DeviceID不是20位数字', 'DeviceID has not 20 digits'),
    }
  return {
    ok: true,
    message: { declared, kind: root.name as Root, command, serial, device, head, root, tail },
  }
}

const encode = ({ declared, head, root, tail }: Message): Uint8Array => {
  const text = `${head}${writeXml(root)}${tail}`
  return declared.toLowerCase() === 'utf-8' ? Uint8Array.from(Buffer.from(text)) : encodeGbk(text)
}

/** Bodies one after another, as they are recorded: each ends with the end of its root. A SIP message brings one alone. */
const framer = (): Framer => {
  let held: Buffer = Buffer.alloc(0)
  const noise = (bytes: Uint8Array, reason: string, zh: string, en: string): FramerResult => ({
    ok: false,
    fault: faultAt(reason, 0, zh, en),
    bytes: Uint8Array.from(bytes),
  })
  const cut = (): FramerResult | null => {
    const text = held.toString('latin1')
    const start = text.search(/<(\?xml|Notify|Response|Query|Control)[\s>]/)
    const end = start < 0 ? null : /<\/(Notify|Response|Query|Control)\s*>/.exec(text.slice(start))
    if (start > 0 && text.slice(0, start).trim() !== '') {
      const before = held.subarray(0, start)
      held = held.subarray(start)
      return noise(before, 'noise', '报文之外的字节', 'bytes outside of any body')
    }
    if (!end) return null
    const stop = start + end.index + end[0].length
    const frame = Uint8Array.from(held.subarray(start, stop))
    held = Buffer.from(held.subarray(stop))
    return { ok: true, frame }
  }
  return {
    push: (bytes) => {
      held = Buffer.concat([held, bytes])
      const results: FramerResult[] = []
      for (let result = cut(); result; result = cut()) results.push(result)
      if (held.length > MOST_BYTES) {
        results.push(noise(held.subarray(0, 256), 'oversize', '超过64KB', 'longer than 64 KB'))
        held = Buffer.alloc(0)
      }
      return results
    },
    giveUp: () => {
      const left = held
      held = Buffer.alloc(0)
      return left.toString('latin1').trim() === ''
        ? []
        : [noise(left, 'truncated', '报文不完整', 'the body has no end')]
    },
    held: () => held.length,
  }
}

export const gb28181: Codec<Message, Dialect> = { framer, decode, encode, describe }
