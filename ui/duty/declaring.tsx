// How does a person declare over what stands by an uncertain time only, or is watched no more?
import { Show } from 'solid-js'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { fill } from '../../domain/language/words.ts'
import { dutyApi } from '../client/duty.ts'
import { t } from '../client/words.ts'
import { Opening } from '../screen/opening.tsx'
import { SayForm } from './saying.tsx'
import { asideWords as w } from './words/aside-words.ts'

/** Nothing where the device ends its alarm itself, or the reader keeps no desk of the region. */
const Declaring = (props: { row: AlarmRow; onDone: () => void }) => {
  const title = () => t(fill(w.declareOverOf, { name: props.row.name }))
  return (
    <Show when={props.row.mayDeclareOver}>
      <Opening label={t(w.declareOver)} title={title()} named={title()} onDone={props.onDone}>
        {(done) => (
          <SayForm
            label={t(w.reason)}
            button={t(w.declareOver)}
            wanted={w.reasonWanted}
            most={1000}
            hint={props.row.unwatched ? w.declareOverUnwatched : w.declareOverText}
            send={(reason, keyOf) => dutyApi.declareOver(props.row.id, reason, keyOf(reason))}
            onDone={done}
          />
        )}
      </Opening>
    </Show>
  )
}

export default Declaring
