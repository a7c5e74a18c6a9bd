// What does somebody send who speaks no protocol, or only the beginning of one?
import { dice } from '../../devices/frames/dice.ts'
import { every, type Simulated } from '../../devices/frames/simulated.ts'

const beginnings = [
  '##',
  '##9999QN=1;',
  '@@',
  '~~',
  '[',
  'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
  '##0087QN=20160801085857223;ST=91;CN=9014',
]

/** Noise after the beginnings of frames, some at a time; the same for the same seed. */
export const noise = (seed: number): Simulated => {
  const chance = dice(seed)
  const now = every(2)
  const some = (): Uint8Array => {
    const rest = Array.from({ length: Math.floor(chance.between(0, 400)) }, () =>
      Math.floor(chance.between(0, 256)),
    )
    return Buffer.concat([Buffer.from(chance.pick(beginnings)), Uint8Array.from(rest)])
  }
  return { open: () => [some()], receive: () => [], tick: (at) => (now(at) ? [some()] : []) }
}
