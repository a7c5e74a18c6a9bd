// How is a post ended, at once or with a day, knowing what stands empty?
import { createSignal } from 'solid-js'
import type { PersonView, PostView } from '../../../contract/organisation/personnel.ts'
import { peopleApi } from '../../client/organisation/people.ts'
import { t } from '../../client/words.ts'
import { Line } from '../field.tsx'
import { GroundForm, useGround } from './ground.tsx'
import { LossNotice } from './loss.tsx'
import { peopleWords as w } from './words.ts'

export const EndForm = (props: {
  one: PersonView
  post: PostView
  onDone: () => void
  onBack: () => void
}) => {
  const groundForm = useGround()
  const [until, setUntil] = createSignal('')
  const [knowingly, setKnowingly] = createSignal(false)
  const post = () => ({ office: props.post.office, role: props.post.role, since: props.post.since })
  const submit = async () => {
    const body = () => ({
      ...post(),
      ...groundForm.ground(),
      until: until() || null,
      knowingly: knowingly(),
    })
    if (
      await groundForm.sending.send(groundForm.mistakes(), (keyOf) =>
        peopleApi.end(props.one.id, body(), keyOf(body())),
      )
    )
      props.onDone()
  }
  const title = () =>
    t(w.endTitle).replace('{post}', `${t(props.post.officeName)} · ${t(props.post.roleName)}`)
  return (
    <GroundForm
      title={title()}
      confirm={w.confirmEnd}
      groundForm={groundForm}
      onSubmit={() => void submit()}
      onBack={props.onBack}
    >
      <Line
        name="until"
        label={w.lastDay}
        hint={w.lastDayHint}
        optional
        type="date"
        value={until()}
        onInput={setUntil}
      />
      <LossNotice
        person={props.one.id}
        post={{ ...post(), until: until() }}
        knowingly={knowingly()}
        onKnowingly={setKnowingly}
      />
    </GroundForm>
  )
}
