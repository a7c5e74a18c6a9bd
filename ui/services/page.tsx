// How does somebody who has not signed in read the services?
import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { Frame } from '../citizen/frame.tsx'
import { paths } from '../client/paths.ts'
import { ServicePage } from './guide.tsx'
import { ServiceList } from './list.tsx'
import './services.css'

const Services = () => {
  const params = useParams<{ process?: string }>()
  return (
    <Frame>
      <Show when={params.process} keyed fallback={<ServiceList address={paths.service} />}>
        {(process) => (
          <ServicePage
            process={process}
            all={paths.services}
            apply={(id) => paths.signIn(paths.report(id))}
          />
        )}
      </Show>
    </Frame>
  )
}

export default Services
