// Which screen stands behind each address?
import { type RouteDefinition, Router, type RouteSectionProps } from '@solidjs/router'
import { type Component, lazy, Suspense } from 'solid-js'

type Load = () => Promise<{ default: Component<RouteSectionProps> }>

/** The code of a page loads beside that of what surrounds it, not after it. */
const screen = (path: string, load: Load, children: RouteDefinition[] = []): RouteDefinition => {
  const component = lazy(load)
  return {
    path,
    component,
    preload: component.preload,
    ...(children.length > 0 ? { children } : {}),
  }
}

/** Nobody waits for the navigation, and it waits for nobody. */
const signed: Load = () => {
  void import('./shell/navigation.tsx')
  return import('./shell/signed.tsx')
}

const routes = [
  screen('/sign-in', () => import('./sign-in/page.tsx')),
  screen('/access/:forgotten?', () => import('./access/page.tsx')),
  screen('/public', () => import('./citizen/home.tsx')),
  screen('/public/report/:process', () => import('./citizen/report.tsx')),
  screen('/verify/:code?', () => import('./citizen/verify.tsx')),
  screen('/public/:page', () => import('./citizen/pages.tsx')),
  screen('/licences/lookup', () => import('./licences/lookup.tsx')),
  screen('/public/registers/:register?', () => import('./registers/lookup.tsx')),
  screen('/services/:process?', () => import('./services/page.tsx')),
  screen('/', signed, [
    screen('/', () => import('./shell/home.tsx')),
    screen('/inbox', () => import('./inbox/page.tsx')),
    screen('/cases', () => import('./cases/page.tsx')),
    screen('/search', () => import('./search/page.tsx')),
    screen('/case/:id', () => import('./case/page.tsx')),
    screen('/incident/:id/:view?', () => import('./incident/page.tsx')),
    screen('/case/:id/act/:type', () => import('./case/act.tsx')),
    screen('/report/:process', () => import('./report/page.tsx')),
    screen('/e/cases', () => import('./portal/matters.tsx')),
    screen('/e/services/:process?', () => import('./services/portal.tsx')),
    screen('/e/ledger', () => import('./ledger/page.tsx')),
    screen('/e/statistics', () => import('./statistics/enterprise.tsx')),
    screen('/licences', () => import('./licences/page.tsx')),
    screen('/licences/:id', () => import('./licences/licence.tsx')),
    screen('/registers', () => import('./registers/shelves.tsx')),
    screen('/registers/:register', () => import('./registers/page.tsx')),
    screen('/registers/:register/propose', () => import('./registers/change-form.tsx')),
    screen('/registers/:register/:id', () => import('./registers/entry.tsx')),
    screen('/registers/:register/:id/change', () => import('./registers/change-form.tsx')),
    screen('/statistics', () => import('./statistics/page.tsx')),
    screen('/limits', () => import('./limits/page.tsx')),
    screen('/lab', () => import('./laboratory/page.tsx')),
    screen('/health', () => import('./health/page.tsx')),
    screen('/process/:id', () => import('./process/page.tsx')),
    screen('/supervise/clocks', () => import('./supervise/page.tsx')),
    screen('/supervise/flow', () => import('./supervise/flow/flow-page.tsx')),
    screen('/supervise/discretion', () => import('./supervise/discretion/discretion-page.tsx')),
    screen('/supervise/digest', () => import('./supervise/digest/digest-page.tsx')),
    screen('/duty', () => import('./duty/page.tsx')),
    screen('/duty/:page', () => import('./duty/pages.tsx')),
    screen('/cameras', () => import('./cameras/page.tsx')),
    screen('/warnings/:identifier?', () => import('./warnings/page.tsx')),
    screen('/device/:id', () => import('./device/page.tsx')),
    screen('/me', () => import('./me/page.tsx')),
    screen('/team', () => import('./team/page.tsx')),
    screen('/admin', () => import('./admin/shell.tsx'), [
      screen('/', () => import('./admin/start/start.tsx')),
      screen('/:page/:id?', () => import('./admin/pages.tsx')),
      screen(
        '/ladders/:process/:clock',
        () => import('./admin/escalation-policies/escalation-policy.tsx'),
      ),
    ]),
    screen('/rules', () => import('./admin/shell.tsx'), [
      screen('/', () => import('./admin/pages.tsx')),
    ]),
    screen('*', () => import('./screen/missing.tsx')),
  ]),
]

const Frame = (props: RouteSectionProps) => <Suspense>{props.children}</Suspense>

export const Routes = () => <Router root={Frame}>{routes}</Router>
