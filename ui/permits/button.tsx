// Where does one begin to take a device or a point out of service?
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { Opening } from '../screen/opening.tsx'
import { Taking, type Target } from './taking.tsx'
import { permitWords as w } from './words.ts'

export const TakeOut = (props: { target: Target; onDone: () => void }) => (
  <Opening
    label={t(w.take)}
    title={t(fill(w.takeOf, { name: props.target.name }))}
    onDone={props.onDone}
  >
    {(done) => <Taking target={props.target} onDone={done} />}
  </Opening>
)
