// How does somebody film where he writes down what he sees?
import { Show } from 'solid-js'
import { askRecordings } from '../client/case/recordings.ts'
import { t } from '../client/words.ts'
import { remembered } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { Adding } from './adding.tsx'
import { recordingWords as w } from './words.ts'

/** Nothing where he may add none, or as long as nobody knows. */
const FilmAtThePlace = (props: { id: string }) => {
  const answer = useQuery(() => ({
    queryKey: ['recordings', props.id],
    queryFn: () => remembered(`recordings:${props.id}`, () => askRecordings(props.id)),
  }))
  const view = () =>
    answer.isSuccess && answer.data.takes && answer.data.may ? answer.data : undefined
  return (
    <Show when={view()}>
      {(one) => (
        <section class="block" aria-label={t(w.title)}>
          <Adding caseId={props.id} view={one()} />
        </section>
      )}
    </Show>
  )
}

export default FilmAtThePlace
