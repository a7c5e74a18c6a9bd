// How does an enterprise that has signed in read the services?
import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { paths } from '../client/paths.ts'
import { ServicePage } from './guide.tsx'
import { ServiceList } from './list.tsx'
import './services.css'

const Services = () => {
  const params = useParams<{ process?: string }>()
  return (
    <div class="page narrow">
      <Show when={params.process} keyed fallback={<ServiceList address={paths.ownService} />}>
        {(process) => (
          <ServicePage process={process} all={paths.ownServices} apply={(id) => paths.report(id)} />
        )}
      </Show>
    </div>
  )
}

export default Services
