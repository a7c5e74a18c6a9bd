// Who is signed in?
import { type Accessor, createContext, useContext } from 'solid-js'
import type { Me } from '../../domain/views/case-views.ts'

export const MeContext = createContext<Accessor<Me>>()

/** The signed-in person; only below `Signed`. */
export const useMe = (): Accessor<Me> => useContext(MeContext)!
