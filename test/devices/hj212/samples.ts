// Which frames have others published, and what is true of each?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FramerResult } from '../../../devices/frames/protocol.ts'

export type Sample = {
  file: string
  line: number
  bytes: Buffer
  text: string
  verdict: string
  note: string
}

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'hj212')

const readSamples = (file: string): Sample[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .map((words, line) => ({ words, line: line + 1 }))
    .filter(({ words }) => words.startsWith('##'))
    .map(({ words, line }) => {
      const [text = '', verdict = '', note = ''] = words.split('\t')
      return { file, line, bytes: Buffer.from(`${text}\r\n`), text, verdict, note }
    })

export const samples = [...readSamples('published.txt'), ...readSamples('computed.txt')]

const isSealed = ({ text }: Sample): boolean => text.includes('{0x')

export const plainSamples = samples.filter(({ verdict }) => verdict === 'len-ok crc-ok')
export const sealedSamples = samples.filter(isSealed)
export const brokenSamples = samples.filter((sample) => /BAD/.test(sample.verdict))

/** The frame of a text line, found by a piece of it. */
export const sampleWith = (part: string): Sample => {
  const found = samples.find(({ text }) => text.includes(part))
  if (!found) throw new Error(`no sample with ${part}`)
  return found
}

/** What the pieces of a stream are, short enough to compare. */
export const named = (results: FramerResult[]): string[] =>
  results.map((result) =>
    result.ok
      ? Buffer.from(result.frame).toString('latin1')
      : `${result.fault.reason}:${Buffer.from(result.bytes).toString('latin1')}`,
  )
