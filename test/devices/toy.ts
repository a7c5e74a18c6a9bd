// A protocol to try the pipeline with: lines of text, each answered.

import type {
  Framer,
  FramerResult,
  ProtocolDriver,
  Registry,
  Session,
  SessionOutput,
} from '../../devices/frames/protocol.ts'
import type { Observation } from '../../devices/port/port.ts'

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]
const nothing: SessionOutput = { observations: [], replies: [], faults: [] }
const lineOf = (line: string): Uint8Array => encoder.encode(`${line}\n`)

/** Whole lines; `?` makes one bad. */
export const lineFramer = (): Framer => {
  let held = ''
  const cut = (line: string): FramerResult =>
    line.startsWith('?')
      ? {
          ok: false,
          fault: { reason: 'bad-frame', at: 0, words: 'a question' },
          bytes: encoder.encode(line),
        }
      : { ok: true, frame: encoder.encode(line) }
  return {
    push: (bytes) => {
      const lines = (held + decoder.decode(bytes)).split('\n')
      held = lines.pop() ?? ''
      return lines.map(cut)
    },
    giveUp: () => {
      const left = held
      held = ''
      return left === ''
        ? []
        : [
            {
              ok: false,
              fault: { reason: 'cut-off', at: left.length, words: 'no end' },
              bytes: encoder.encode(left),
            },
          ]
    },
    held: () => held.length,
  }
}

/** `I am <device>`, then JSON of observations; each line is answered with `ok <n>`, n counting from 1. */
const createToySession = (registry: Registry): Session => {
  let device: string | undefined
  let count = 0
  const refuse = (reason: string, words: string): SessionOutput => ({
    ...nothing,
    faults: [{ reason, at: 0, words, device: device ?? words, bytes: encoder.encode(words) }],
  })
  return {
    open: () => ({ ...nothing, replies: [lineOf('hello')] }),
    tick: () => nothing,
    receive: (result) => {
      if (!result.ok) return nothing
      const line = decoder.decode(result.frame)
      if (line.startsWith('I am ')) {
        const name = line.slice(5)
        if (!registry.device(name)) return { ...refuse('unknown-device', name), close: 'who?' }
        device = name
        return { ...nothing, device, replies: [lineOf('welcome')] }
      }
      if (line.startsWith('answer '))
        return { ...nothing, answered: [{ key: line.slice(7), ok: true, words: 'did it' }] }
      if (line.startsWith('dial ')) {
        const [host = '', port = ''] = line.slice(5).split(' ')
        return {
          ...nothing,
          dial: { host, port: Number(port), session: createToySession(registry) },
        }
      }
      count += 1
      return {
        ...nothing,
        observations: JSON.parse(line) as Observation[],
        replies: [lineOf(`ok ${count}`)],
      }
    },
    command: ({ key, verb }) => ({ ...nothing, replies: [lineOf(`do ${key} ${verb}`)] }),
  }
}

/** What was kept of a line has lost its end. */
const restored = (kept: Uint8Array): Uint8Array => Buffer.concat([kept, encoder.encode('\n')])

export const toy: ProtocolDriver = {
  protocol: 'toy',
  transport: 'tcp',
  framer: lineFramer,
  createSession: createToySession,
  restore: restored,
  idleSeconds: 60,
}
export const toyPackets: ProtocolDriver = { ...toy, protocol: 'toy-packets', transport: 'udp' }
