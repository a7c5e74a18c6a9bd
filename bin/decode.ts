// What does a recorded frame say? `npm run decode -- <protocol> [option=value …] < file`: raw bytes, or hexadecimal text.

import { look } from '../devices/frames/look.ts'
import type { Fault, FieldText } from '../devices/frames/protocol.ts'
import { codecs, type Readable } from '../devices/protocols/codecs.ts'
import { explain } from '../devices/protocols/explain.ts'

export type Asked = { protocol: Readable; dialect: Record<string, unknown> }

const known = Object.keys(codecs).join(', ')

/** What the arguments ask for; a string: what is wrong with them. */
export const readArguments = ([name = '', ...options]: string[]): Asked | string => {
  const protocol = look(codecs, name)
  if (!protocol) return `未知协议 unknown protocol "${name}": ${known}`
  const dialect: Record<string, unknown> = {}
  for (const option of options) {
    const [, key = '', value = ''] = /^(\w+)=(.*)$/s.exec(option) ?? []
    const usual = protocol.dialect[key]
    if (!Object.hasOwn(protocol.dialect, key))
      return `未知选项 unknown option "${option}": ${Object.keys(protocol.dialect).join(', ')}`
    const given = typeof usual === 'string' || usual === null ? value : parsed(value)
    if (given === undefined) return `选项值有误 bad value "${option}"`
    dialect[key] = given
  }
  return { protocol, dialect }
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

/** Hexadecimal digits and white space are bytes written down; anything else is the bytes themselves. */
export const readInput = (input: Buffer): Buffer => {
  const digits = input.toString('latin1').replaceAll(/\s/g, '')
  return /^(?:[0-9A-Fa-f]{2})+$/.test(digits) ? Buffer.from(digits, 'hex') : input
}

/** What the bytes say, and whether all of them were understood. */
export const describe = (
  bytes: Buffer,
  { protocol, dialect }: Asked,
): { words: string; ok: boolean } => {
  const pieces = explain(bytes, protocol, dialect)
  const parts = pieces.map((piece, count) => {
    const title = `# ${count + 1}  字节 bytes ${piece.from}–${piece.to}`
    return [
      title,
      piece.ok
        ? inColumns(piece.fields)
        : complaint(piece.fault, piece.from, bytes.subarray(piece.from, piece.to + 1)),
    ].join('\n')
  })
  return {
    words: parts.join('\n\n') || '没有报文 no frame',
    ok: pieces.length > 0 && pieces.every(({ ok }) => ok),
  }
}

function complaint({ reason, at, words }: Fault, from: number, raw: Buffer): string {
  const shown = raw.subarray(Math.max(0, at - 16), at + 16)
  return `× ${reason}  ${words}\n  第 ${from + at} 字节 at byte ${from + at}: ${JSON.stringify(shown.toString('latin1'))}`
}

// A Chinese character takes two columns of a terminal.
const width = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/[\u1100-\uffff]/.test(one) ? 2 : 1), 0)

function inColumns(fields: FieldText[]): string {
  const wide = Math.max(0, ...fields.map(({ name }) => width(name)))
  return fields
    .map(({ name, value }) => `${name}${' '.repeat(wide - width(name))}  ${value}`)
    .join('\n')
}

async function run(): Promise<void> {
  const asked = readArguments(process.argv.slice(2))
  if (typeof asked === 'string') {
    console.error(asked)
    process.exitCode = 1
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  const { words, ok } = describe(readInput(Buffer.concat(chunks)), asked)
  console.log(words)
  if (!ok) process.exitCode = 1
}

if (import.meta.main) await run()
