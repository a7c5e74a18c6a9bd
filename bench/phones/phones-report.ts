// Which promises are made of phones that come back to the network, are they kept, and in which table are the figures told?
import type { Target } from '../figures.ts'
import { percentile } from '../loop.ts'
import type { Table } from '../table.ts'
import type { PhonesFigures } from './phones.ts'

const MOST_TIMES = 1.5

const times = ({ alone, beside }: PhonesFigures): number =>
  percentile(beside, 0.95) / percentile(alone, 0.95)

export const phonesGoals = (figures: PhonesFigures): Target[] => [
  {
    words: `notes and photographs of ${figures.phones} phones lost or doubled: 0`,
    figure: String(figures.lost + figures.doubled),
    met: figures.lost + figures.doubled === 0,
  },
  {
    words: `act p95 while ${figures.phones} phones send ${figures.photos} photographs each at most ${MOST_TIMES} × that without them`,
    figure: `${times(figures).toFixed(2)} ×`,
    met: times(figures) <= MOST_TIMES,
  },
]

export const phonesTable = ({ clients, alone, beside }: PhonesFigures): Table => ({
  head: [`desk acts, ${clients} clients`, 'p50 ms', 'p95 ms', 'acts'],
  rows: Object.entries({ alone, 'beside the phones': beside }).map(([words, ms]) => [
    words,
    ...[0.5, 0.95].map((share) => percentile(ms, share).toFixed(1)),
    String(ms.length),
  ]),
})

export const ofPhones = ({
  phones,
  photos,
  seconds,
  retries,
}: PhonesFigures): string => `## Phones that come back to the network

${phones} phones of officers, two at each visit, send ${photos} notes each at once, every one with a photograph of about 145 kB, one after the other as the
outbox does, while eight clients claim and release tasks without a pause: done after ${seconds.toFixed(0)} s, ${retries} requests sent again under their keys. Facts and files are counted
against what the phones know as taken. Measured by \`npm run bench -- --phones\`; \`--count N\` tries it with fewer.`
