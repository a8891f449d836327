/** Puts the app into somebody's Teams, so that its bot may write to them (B11). */
import type { Graph } from './graph-client.ts'
import { failureFrom, isPassing, readFault } from './graph-errors.ts'

/** `false` where Teams does not let the app be installed for this person: a letter goes instead. */
export const teamsInstaller = (graph: Graph, catalogueId: string) => ({
  async install({ objectId }: { objectId: string }): Promise<boolean> {
    try {
      await graph.post(['users', objectId, 'teamwork', 'installedApps'], {
        'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${catalogueId}`,
      })
      return true
    } catch (error) {
      const { status } = failureFrom(error)
      // It is there already.
      if (status === 409) return true
      if (isPassing(status)) throw readFault(error)
      return false
    }
  },
})
