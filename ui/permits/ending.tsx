// Why is it put back in service before its end?
import { fill } from '../../domain/language/words.ts'
import { permitApi } from '../client/devices/permits.ts'
import { t } from '../client/words.ts'
import { SayForm } from '../duty/saying.tsx'
import { permitWords as w } from './words.ts'

export const Ending = (props: { permit: string; onDone: () => void }) => (
  <SayForm
    class="permit-form"
    label={t(w.reason)}
    button={t(w.confirmEnd)}
    wanted={fill(w.wanted, { fields: t(w.reason) })}
    most={500}
    send={(reason, keyOf) => permitApi.end(props.permit, reason, keyOf(reason))}
    onDone={props.onDone}
  />
)
