// Which draws by lot are there, and how does a new one begin?
import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { useQuery } from '../reading/query.ts'
import { Shelf } from '../shelf/page.tsx'
import { shelfWords } from '../shelf/words.ts'
import { addressOfDraw } from './addresses.ts'
import { OneDraw } from './draw.tsx'
import { NewDraw } from './new-draw.tsx'
import { drawQueries } from './reading.ts'
import { drawWords as w } from './words.ts'
import './draws.css'

const All = () => {
  const found = useQuery(drawQueries.all)
  return (
    <Shelf
      words={{ title: shelfWords.draws, lead: w.lead, none: w.none }}
      found={found}
      rowOf={({ id, title, phase, objects, count }) => ({
        href: addressOfDraw(id),
        name: title,
        tags: [w.phases[phase]],
        summary: fill(w.summary, { objects, count }),
      })}
    >
      {(form) => <NewDraw form={form()} />}
    </Shelf>
  )
}

const Page = () => {
  const params = useParams<{ id?: string }>()
  return (
    <Show when={params.id} keyed fallback={<All />}>
      {(id) => <OneDraw id={id} />}
    </Show>
  )
}

export default Page
