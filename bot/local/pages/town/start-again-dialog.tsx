import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import { openDoor } from './place.ts'
import { useDoing } from './say.ts'
import { townApi } from './town-api.ts'

/** Everything goes but the clock's time; so it is said before. */
export function StartAgainDialog({ onClose }: { onClose: () => void }) {
  const doing = useDoing()
  const [busy, setBusy] = useState(false)
  const startAgain = async () => {
    setBusy(true)
    const done = await doing(() => townApi.reset())
    if (!done) return setBusy(false)
    openDoor('chat')
    window.location.reload()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !busy && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Start afresh?</DialogTitle>
          <DialogContent>
            All chats, meetings, mails and minutes of the practice town go, and everything that the app knows of them.
            The people stay, and the clock goes on from where it is. This cannot be undone.
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose} disabledFocusable={busy}>
              Keep everything
            </Button>
            <Button appearance="primary" onClick={() => void startAgain()} disabledFocusable={busy}>
              {busy ? 'Clearing the town …' : 'Start afresh'}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
