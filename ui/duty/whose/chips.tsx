// Whose alarms does a bureau's duty officer see: his own, or all of his region?
import { useSearchParams } from '@solidjs/router'
import { For } from 'solid-js'
import { t } from '../../client/words.ts'
import { whoseWords as w } from './words.ts'

/** A bureau's duty officer has its own alarms before him; the others of his region are one press away. */
const WhoseChips = (props: { own: boolean }) => {
  const [, setSearch] = useSearchParams()
  return (
    <nav class="chips duty-boxes" aria-label={t(w.whose)}>
      <For each={[true, false]}>
        {(own) => (
          <button
            type="button"
            class="chip"
            aria-pressed={props.own === own}
            onClick={() => setSearch({ whose: own ? undefined : 'all' })}
          >
            {t(own ? w.ownBureau : w.allBureaus)}
          </button>
        )}
      </For>
    </nav>
  )
}

export default WhoseChips
