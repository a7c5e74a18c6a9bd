// How are the materials of a case asked for, and in which order are their files gone through?
import type { FileView } from '../../domain/views/answers/fact-views.ts'
import type { Material, MaterialVersion } from '../../domain/views/materials.ts'
import { askMaterials } from '../client/case/materials.ts'

export type OpenFile = { material: Material; version: MaterialVersion; file: FileView }

/** Lies below the timeline of the case, so that every act asks for both again. */
export const materialsQuery = (id: string) => ({
  queryKey: ['timeline', id, 'materials'],
  queryFn: () => askMaterials(id),
})

export const newest = ({ versions }: Material): MaterialVersion | undefined => versions.at(-1)

/** Every file, each material's newest version first. */
export const filesOf = (materials: Material[]): OpenFile[] =>
  materials.flatMap((material) =>
    [...material.versions]
      .reverse()
      .flatMap((version) => version.files.map((file) => ({ material, version, file }))),
  )

/** What somebody who steps through looks at: the versions in force, and the one that he has opened himself. */
export const neighbourOf = (
  all: OpenFile[],
  id: string | null,
  step: 1 | -1,
): OpenFile | undefined => {
  const walked = all.filter(
    ({ material, version, file }) => version === newest(material) || file.id === id,
  )
  const at = walked.findIndex(({ file }) => file.id === id)
  return walked[at < 0 ? 0 : at + step]
}

/** SHA-256 of the content, which the API always tells. */
export const hashOf = (file: FileView): string =>
  (file as FileView & { sha256?: string }).sha256 ?? ''

export const sizeOf = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
