// How is somebody sent a link again, or helped out of a lost second factor?
import { Show } from 'solid-js'
import type { PersonView } from '../../../contract/organisation/personnel.ts'
import { peopleApi } from '../../client/organisation/people.ts'
import { t } from '../../client/words.ts'
import { GroundForm, useGround } from './ground.tsx'
import { peopleWords as w } from './words.ts'

export const AccessForm = (props: {
  one: PersonView
  what: 'link' | 'removeFactor'
  onDone: () => void
  onBack: () => void
}) => {
  const groundForm = useGround()
  const factor = props.what === 'removeFactor'
  const submit = async () => {
    const body = groundForm.ground()
    if (
      await groundForm.sending.send(groundForm.mistakes(), (keyOf) =>
        peopleApi[props.what](props.one.id, body, keyOf(body)),
      )
    )
      props.onDone()
  }
  return (
    <GroundForm
      plain
      groundForm={groundForm}
      title={t(factor ? w.removeFactor : w.sendLink)}
      confirm={factor ? w.confirmFactor : w.confirmLink}
      onSubmit={() => void submit()}
      onBack={props.onBack}
    >
      <Show when={factor}>
        <p>{t(w.removeFactorText)}</p>
      </Show>
    </GroundForm>
  )
}
