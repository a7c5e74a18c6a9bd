// When was it? Most often just now: one press writes the minute.
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { cityTime } from '../screen/time.ts'
import { Line, type Props } from './inputs.tsx'
import { momentFieldWords as w } from './moment-words.ts'

/** The present minute as the clocks of the city show it, in the way of an input of date and time. */
const minuteNow = () => new Date(cityTime(Date.now()) + 8 * 3_600_000).toISOString().slice(0, 16)

const MomentField = (props: Props) => (
  <span class="moment-input">
    <Line {...props} />
    <button
      type="button"
      class="button small"
      aria-label={t(fill(w.nowFor, { name: t(props.field.words) }))}
      onClick={() => props.form.set(props.field.name, minuteNow())}
    >
      {t(w.now)}
    </button>
  </span>
)

export default MomentField
