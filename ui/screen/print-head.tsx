// What does paper say of itself: whose, and when?
import { fill } from '../../domain/language/words.ts'
import { t, words } from '../client/words.ts'
import { useMe } from './me.ts'
import { printWords as w } from './print-words.ts'
import { now, showStamp } from './time.ts'

/** Above every printed page: product, person with office, and the moment of the server's clock. */
export const PrintHead = () => {
  const me = useMe()
  const place = () => {
    const held = me().appointments[0]
    return me().enterprise?.name ?? (held ? t(held.officeName) : '')
  }
  return (
    <div class="print-only print-head">
      <strong>{t(words.product)}</strong>
      <span>
        {t(
          fill(w.by, {
            name: me().name,
            place: place(),
            at: showStamp(new Date(now()).toISOString()),
          }),
        )}
      </span>
    </div>
  )
}
